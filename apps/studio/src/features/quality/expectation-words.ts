import type { Expectation } from "./quality.ts";

export const EXPECTATION_NAMES = {
  cites_passage: "Cites a passage",
  cites_source: "Cites a source",
  contains: "Contains",
  lacks: "Does not contain",
  refuses: "Is not answered",
  verified: "A verified answer is given",
  supported: "Is supported by quotes",
  judged: "A model finds that …",
} as const satisfies Record<Expectation["kind"], string>;

/** An expectation in a line. */
export function expectationWords(expectation: Expectation): string {
  switch (expectation.kind) {
    case "cites_passage":
      return `Cites “${cut(expectation.text)}”`;
    case "cites_source":
      return `Cites ${expectation.sourceTitle}`;
    case "contains":
      return `Contains “${cut(expectation.text)}”`;
    case "lacks":
      return `Does not contain “${cut(expectation.text)}”`;
    case "supported":
      return `At least ${Math.round(expectation.share * 100)} % supported`;
    case "judged":
      return `A model finds: ${cut(expectation.demand)}`;
    default:
      return EXPECTATION_NAMES[expectation.kind];
  }
}

const LONGEST = 80;

function cut(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST).trimEnd()}…` : line;
}
