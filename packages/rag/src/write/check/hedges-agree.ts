import { type ClaimWord, functionWordsOf, readWords } from "../read-claim.ts";
import { CLAUSE_MARK } from "./find-evidence.ts";
import { CERTAIN, EXISTS, HEDGES, MANY, OPEN, PERCENT, ROUGH, SOME, WEAK } from "./hedge-words.ts";
import { partAround, partsAbout } from "./parts-about.ts";
import { foldWithoutMonth } from "./qualifiers-agree.ts";
import { CLAUSE_END } from "./read-polarity.ts";
import { isAmong } from "./words-agree.ts";

type Hedge = keyof typeof HEDGES | "open" | "some" | "many";

const OPENING =
  "(?<=^\\P{L}{0,20}|[,;:.!?()—–\\n]\\s*|(?<!\\p{L})(?:and|but|that|because|by|und|aber|dass|weil|von|et|mais|que|par|y|pero|por|che|da) )";
const ARTICLE =
  "(?:of|the|our|these|those|its|their|der|die|unserer?|des|les|de|los|las|dei|delle|i|gli)";

const groups = {
  ...HEDGES,
  open: OPEN,
  some: `${OPENING}(?:${SOME})`,
  many: `${OPENING}(?:${MANY}|${PERCENT}(?= (?:of|der|des?|del?) ))`,
};
const HEDGE = wordsOf(
  Object.entries(groups)
    .map(([hedge, words]) => `(?<${hedge}>${words})`)
    .join("|"),
  "gu",
);
const SURE = wordsOf(CERTAIN, "u");
const CONDITION = wordsOf("if|when|wenn|falls|sofern|si|quand|cuando|se", "u");

const weak = `${WEAK}|${HEDGES.sometimes}|${HEDGES.perhaps}|${SOME}`;
const loose = wordsOf(`${weak}|${HEDGES.usually}|${ROUGH}|${MANY}`, "u");
const guessed = wordsOf(weak, "u");
const KEPT_BY: Record<Hedge, RegExp> = {
  sometimes: guessed,
  usually: loose,
  perhaps: guessed,
  mayDo: guessed,
  open: guessed,
  some: wordsOf(`${weak}|${EXISTS}`, "u"),
  many: wordsOf(`${weak}|${EXISTS}|${HEDGES.usually}|${MANY}|${PERCENT}`, "u"),
};

const SUBJECT = new RegExp(
  `${OPENING}(?:(?:${ARTICLE}|most|many|all|every|each|alle|jede[rs]?|viele|die meisten|tous|toutes|todos|todas|tutti|tutte) )*(?<subject>\\p{L}+)(?: (?<next>\\p{L}+))?`,
  "gu",
);
/** Behind a hedge as many as may hold what it is about: a verb, or a noun behind an adjective. */
const REACH = 2;

/**
 * Whether a claim is as weak as what it rests on: "doctors advise it" does not rest on "some doctors advise
 * it", nor "it leaks" on "it may leak". `statement` is the quotes with the rest of what is said in one go.
 */
export function hedgesAgree(claim: string, statement: string): boolean {
  const ours = foldWithoutMonth(claim);
  const theirs = foldWithoutMonth(statement);
  if (CONDITION.test(ours) && !CONDITION.test(theirs)) return true;
  return Array.from(theirs.matchAll(HEDGE)).every((match) => {
    const hedge = hedgeOf(match);
    if (hedge === "open" && (!SURE.test(ours) || SURE.test(theirs))) return true;
    if (KEPT_BY[hedge].test(ours)) return true;
    const [before, clause, behind] = partAround(theirs, match, CLAUSE_MARK);
    const parts = partsAbout(ours, clause, `${before}\n${behind}`);
    const said = hedge === "some" || hedge === "many" ? subjectsOf(ours) : parts.flat();
    return parts.length === 0 || !wordsBeside(theirs, match).some((word) => isAmong(word, said));
  });
}

function hedgeOf({ groups: found = {} }: RegExpExecArray): Hedge {
  return (Object.keys(groups) as Hedge[]).find((hedge) => found[hedge] !== undefined)!;
}

/** In its clause those behind a hedge, and the verb before it; where there are none, those before it. */
function wordsBeside(text: string, { 0: hedge, index }: RegExpExecArray): readonly ClaimWord[] {
  const functional = functionWordsOf(readWords(text));
  const carrying = (part: string) => readWords(part).filter(({ word }) => !functional.has(word));
  const rest = text.slice(index + hedge.length);
  const after = carrying(rest.split(CLAUSE_END)[0]!).slice(0, REACH);
  const before = carrying(text.slice(0, index).split(CLAUSE_END).at(-1)!);
  if (before.length >= REACH) return [...after, before.at(-1)!];
  if (after.length > 0) return after;
  return before.length > 0 ? before : carrying(rest).slice(0, REACH);
}

function subjectsOf(text: string): readonly ClaimWord[] {
  return Array.from(text.matchAll(SUBJECT)).flatMap(({ groups: named = {} }) =>
    readWords(`${named.subject} ${named.next ?? ""}`),
  );
}

function wordsOf(words: string, flags: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, flags);
}
