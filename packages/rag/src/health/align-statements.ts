import type { TermIdf } from "../retrieve/measure-idf.ts";
import type { Statement } from "./read-statements.ts";

export interface Alignment {
  /** Of the weight of what each is about, the share that the other is about too; from 0 to 1. */
  shares: readonly [one: number, other: number];
  /** Stems that both hold. */
  shared: ReadonlySet<string>;
  /** Names that only the one, only the other holds. */
  ownNames: readonly [one: ReadonlySet<string>, other: ReadonlySet<string>];
}

/** How much two statements are about the same, apart from the names in which they differ. */
export function alignStatements(one: Statement, other: Statement, idf: TermIdf): Alignment {
  const shared = new Set([...one.content].filter((stem) => other.content.has(stem)));
  const ownNames = [namesOnlyIn(one, other), namesOnlyIn(other, one)] as const;
  const both = weigh(shared, idf);
  const shareOf = ({ content }: Statement, own: ReadonlySet<string>) =>
    both /
    weigh(
      [...content].filter((stem) => !own.has(stem)),
      idf,
    );
  return { shares: [shareOf(one, ownNames[0]), shareOf(other, ownNames[1])], shared, ownNames };
}

function namesOnlyIn(one: Statement, other: Statement): Set<string> {
  return new Set([...one.names].filter((name) => !other.content.has(name)));
}

function weigh(stems: Iterable<string>, idf: TermIdf): number {
  let sum = 0;
  for (const stem of stems) sum += idf(stem);
  return sum;
}
