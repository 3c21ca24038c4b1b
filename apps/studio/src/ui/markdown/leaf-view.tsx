import type { MarkdownLeaf } from "@understudy/answer-text/markdown/grow-markdown";
import type { ReactNode } from "react";
import { classNames } from "../class-names.ts";
import { type CutPiece, InlineView } from "./inline-view.tsx";

const LINES = "break-words whitespace-pre-line";
const CODE =
  "overflow-x-auto rounded-lg bg-sunken px-3 py-2 font-mono text-sm whitespace-pre inset-ring inset-ring-line";

/** One leaf; `after` stands behind blocks that hold no words of their own. */
export function LeafView({
  leaf,
  cut,
  after,
}: {
  leaf: MarkdownLeaf;
  cut: CutPiece;
  after?: ReactNode;
}) {
  const words = <InlineView nodes={leaf.nodes} cut={cut} />;
  switch (leaf.kind) {
    case "paragraph":
      return <p className={LINES}>{words}</p>;
    case "heading":
      return <p className={`${LINES} mt-1 font-semibold`}>{words}</p>;
    case "quote":
      return <blockquote className={`${LINES} border-l-2 border-rim pl-3`}>{words}</blockquote>;
    case "head":
    case "row":
      return <Row leaf={leaf} cut={cut} />;
    case "rule":
      return <hr className="border-line" />;
    case "code":
      return (
        <div>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard. */}
          <pre tabIndex={0} className={CODE}>
            <code>{leaf.code}</code>
          </pre>
          {after}
        </div>
      );
  }
}

const CELL =
  "min-w-32 first:min-w-16 max-w-80 border-line px-3 py-1.5 align-top break-words not-last:border-r in-[tbody]:border-t";
const ALIGN = { left: "text-left", center: "text-center", right: "text-right tabular-nums" };

function Row({ leaf: { kind, cells, columns }, cut }: { leaf: MarkdownLeaf; cut: CutPiece }) {
  return (
    <tr>
      {cells.map(({ start, nodes }, column) => {
        const align = columns?.[column];
        const look = classNames(CELL, align && ALIGN[align]);
        return kind === "head" ? (
          <th key={start} scope="col" className={classNames(look, "font-semibold")}>
            <InlineView nodes={nodes} cut={cut} />
          </th>
        ) : (
          <td key={start} className={look}>
            <InlineView nodes={nodes} cut={cut} />
          </td>
        );
      })}
    </tr>
  );
}
