import {
  type Block,
  groupLeaves,
  type MarkdownList,
  type MarkdownTable,
} from "@understudy/answer-text/markdown/group-leaves";
import type { MarkdownLeaf } from "@understudy/answer-text/markdown/grow-markdown";
import { Fragment, type ReactNode } from "react";

type RenderLeaf = (leaf: MarkdownLeaf) => ReactNode;

/** Leaves in the lists and tables they stand in. */
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
  return blocks.map((block) => {
    if ("leaf" in block) {
      return <Fragment key={block.leaf.start}>{renderLeaf(block.leaf)}</Fragment>;
    }
    return "head" in block ? (
      <Table key={`table-${block.head.start}`} table={block} renderLeaf={renderLeaf} />
    ) : (
      <List key={`list-${block.start}`} list={block} renderLeaf={renderLeaf} />
    );
  });
}

/** Scrolls sideways by itself where its columns need more room than there is. */
function Table({
  table: { head, rows },
  renderLeaf,
}: {
  table: MarkdownTable;
  renderLeaf: RenderLeaf;
}) {
  return (
    <section
      aria-label="Table"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard.
      tabIndex={0}
      className="overflow-x-auto rounded-lg inset-ring inset-ring-line"
    >
      <table className="w-full border-collapse text-left">
        <thead className="bg-sunken">{renderLeaf(head)}</thead>
        <tbody>
          {rows.map((row) => (
            <Fragment key={row.start}>{renderLeaf(row)}</Fragment>
          ))}
        </tbody>
      </table>
    </section>
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
