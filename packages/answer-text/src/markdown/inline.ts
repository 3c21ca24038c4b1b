/** Words of an answer; `start` is where they stand in its raw text (UTF-16). */
export interface Piece {
  start: number;
  text: string;
}

export type Inline =
  | ({ kind: "text" } & Piece)
  | ({ kind: "code" } & Piece)
  | { kind: "strong" | "emphasis"; start: number; children: Inline[] }
  | { kind: "link"; start: number; href: string; children: Inline[] };

/** What is shown of the nodes, in order and without its marks. */
export function piecesOf(nodes: readonly Inline[]): Piece[] {
  return nodes.flatMap((node) => ("children" in node ? piecesOf(node.children) : [node]));
}
