import { Fragment, type ReactNode } from "react";
import { type Block, groupLeaves, type MarkdownList } from "./group-leaves.ts";
import type { MarkdownLeaf } from "./grow-markdown.ts";

type RenderLeaf = (leaf: MarkdownLeaf) => ReactNode;

/** Leaves in the lists they stand in. */
export function Markdown({
  leaves,
  renderLeaf,
}: {
  leaves: readonly MarkdownLeaf[];
  renderLeaf: RenderLeaf;
}) {
  return <Blocks blocks={groupLeaves(leaves)} renderLeaf={renderLeaf} />;
}

function Blocks({ blocks, renderLeaf }: { blocks: readonly Block[]; renderLeaf: RenderLeaf }) {
  return blocks.map((block) =>
    "leaf" in block ? (
      <Fragment key={block.leaf.start}>{renderLeaf(block.leaf)}</Fragment>
    ) : (
      <List key={`list-${block.start}`} list={block} renderLeaf={renderLeaf} />
    ),
  );
}

const LIST = "grid grid-cols-1 gap-1 pl-5 marker:text-faint";

function List({ list, renderLeaf }: { list: MarkdownList; renderLeaf: RenderLeaf }) {
  const items = list.items.map(({ start, blocks }) => (
    <li key={start} className="pl-1 [&>*+*]:mt-1">
      <Blocks blocks={blocks} renderLeaf={renderLeaf} />
    </li>
  ));
  return list.ordered ? (
    <ol start={list.number} className={`${LIST} list-decimal`}>
      {items}
    </ol>
  ) : (
    <ul className={`${LIST} list-disc`}>{items}</ul>
  );
}
