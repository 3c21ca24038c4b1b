import { Fragment, type ReactNode } from "react";
import { type Block, groupLeaves, type MarkdownList } from "./group-leaves.ts";
import type { MarkdownLeaf } from "./grow-markdown.ts";

type RenderLeaf = (leaf: MarkdownLeaf) => ReactNode;

/** The leaves in the lists they stand in; a leaf component that is memoized is drawn once. */
export function Markdown({
  leaves,
  renderLeaf,
}: {
  leaves: readonly MarkdownLeaf[];
  renderLeaf: RenderLeaf;
}) {
  return (
    <div className="grid grid-cols-1 gap-3 leading-6">
      <Blocks blocks={groupLeaves(leaves)} renderLeaf={renderLeaf} />
    </div>
  );
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

function List({ list, renderLeaf }: { list: MarkdownList; renderLeaf: RenderLeaf }) {
  const items = list.items.map(({ start, blocks }) => (
    <li key={start} className="grid grid-cols-1 gap-1 pl-1">
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

const LIST = "grid grid-cols-1 gap-1 pl-5 marker:text-faint";
