import { coverage } from "./coverage.ts";
import type { WordMatches } from "./match-words.ts";
import { type ReadText, readText } from "./read-text.ts";
import type { WeighedQuestion } from "./weigh-question.ts";

const ASKS_WAY =
  /^\W*(?:how (?:do|does|can|could|should|would|to)|wie (?:kann|konnen|mach|muss|soll|geht|\p{L}+ (?:ich|wir|man))|comment|como|come (?:si|posso|faccio)|hoe (?:kan|moet|maak)|hur (?:kan|gor|ska))(?!\p{L})/u;
/** "To make a webhook, …": as folded. */
const PURPOSE =
  /^\W*(?:(?:in order )?to|um|pour|afin de|para|per|om|for att) (?<end>[^,.:;]{3,80}),/u;

/** Whether a question asks for the way to do a thing: "How do I …?"; of its folded text. */
export function asksWay(folded: string): boolean {
  return ASKS_WAY.test(folded);
}

/** How much a sentence speaks of what is asked for the way to, 0 to 1; 0 where it does not begin with it. */
export function instructionCoverage(
  question: WeighedQuestion,
  { folded, matches }: ReadText & { matches: WordMatches },
): number {
  const end = question.asksWay && PURPOSE.exec(folded)?.groups?.end;
  if (!end) return 0;
  const told = new Set(readText(end).stems);
  const subjects = question.words.filter(({ isSubject }) => isSubject);
  const toldOf = subjects.filter(({ text }) => told.has(text)).length;
  return toldOf * 2 < subjects.length ? 0 : coverage(question, matches);
}
