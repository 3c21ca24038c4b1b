import { readStatements, type Statement } from "./read-statements.ts";

/** Of what is remembered: with what was read in it, some tens of megabytes. */
const MOST_CHARACTERS = 2_000_000;

/** The order is that of last use. */
const known = new Map<string, readonly Statement[]>();
let characters = 0;

/** Reads a passage's statements; one that is near to many others is read once. */
export function recallStatements(passage: string): readonly Statement[] {
  const remembered = known.get(passage);
  const statements = remembered ?? readStatements(passage);
  known.delete(passage);
  known.set(passage, statements);
  if (!remembered) characters += passage.length;
  for (const [oldest] of known) {
    if (characters <= MOST_CHARACTERS) break;
    known.delete(oldest);
    characters -= oldest.length;
  }
  return statements;
}
