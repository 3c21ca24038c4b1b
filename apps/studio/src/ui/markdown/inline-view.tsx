import { type Inline, type Piece, piecesOf } from "@understudy/answer-text/markdown/inline";
import { Fragment, type ReactNode } from "react";

/** A part of a piece as it is shown; `after` stands behind it, outside of links and code. */
export interface Slice extends Piece {
  className?: string;
  after?: ReactNode;
}

export type CutPiece = (piece: Piece) => readonly Slice[];

const LINK = "font-medium text-accent-text underline underline-offset-2";
const CODE =
  "rounded-[4px] bg-sunken px-1 py-px font-mono text-[0.92em] inset-ring inset-ring-line";

export function InlineView({ nodes, cut }: { nodes: readonly Inline[]; cut: CutPiece }) {
  return nodes.map((node) => <InlineNode key={node.start} node={node} cut={cut} />);
}

function InlineNode({ node, cut }: { node: Inline; cut: CutPiece }) {
  switch (node.kind) {
    case "text":
      return cut(node).map(({ after, ...words }) => (
        <Fragment key={words.start}>
          <Words {...words} />
          {after}
        </Fragment>
      ));
    case "code":
      return <Code node={node} cut={cut} />;
    case "strong":
      return (
        <strong className="font-semibold">
          <InlineView nodes={node.children} cut={cut} />
        </strong>
      );
    case "emphasis":
      return (
        <em>
          <InlineView nodes={node.children} cut={cut} />
        </em>
      );
    case "link":
      return <OuterLink node={node} cut={cut} />;
  }
}

function Code({ node, cut }: { node: Extract<Inline, { kind: "code" }>; cut: CutPiece }) {
  const slices = cut(node);
  return (
    <>
      <code className={CODE}>
        {slices.map((slice) => (
          <Words key={slice.start} {...slice} />
        ))}
      </code>
      {slices.map(({ start, after }) => (
        <Fragment key={start}>{after}</Fragment>
      ))}
    </>
  );
}

function OuterLink({ node, cut }: { node: Extract<Inline, { kind: "link" }>; cut: CutPiece }) {
  const after: ReactNode[] = [];
  const cutInside: CutPiece = (piece) =>
    cut(piece).map((slice) => ({ ...slice, after: undefined }));
  for (const piece of piecesOf(node.children)) {
    for (const slice of cut(piece))
      after.push(<Fragment key={slice.start}>{slice.after}</Fragment>);
  }
  return (
    <>
      <a href={node.href} target="_blank" rel="noopener noreferrer nofollow" className={LINK}>
        <InlineView nodes={node.children} cut={cutInside} />
      </a>
      {after}
    </>
  );
}

function Words({ text, className }: Slice) {
  return className ? <span className={className}>{text}</span> : text;
}
