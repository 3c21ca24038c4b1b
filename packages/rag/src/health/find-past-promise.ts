import { splitSentences } from "../chunk/split-sentences.ts";

/** What announces something: it is to come. */
const ANNOUNCES =
  /\b(?:will|upcoming|coming soon|is scheduled|are scheduled|is planned|are planned|is due|shall|going to|wird|werden|geplant|prévu|prévue|aura lieu|se llevará)\b/iu;
const YEAR = /(?<![\d.,/-])20\d\d(?![\d.,]\d|[/-]\d)/g;

/** The first sentence that speaks of a year before this one as of something to come. */
export function findPastPromise(text: string, thisYear: number): string | null {
  for (const { start, end } of splitSentences(text)) {
    const sentence = text.slice(start, end);
    const years = sentence.match(YEAR)?.map(Number) ?? [];
    const isPast = years.length > 0 && Math.max(...years) < thisYear;
    if (isPast && ANNOUNCES.test(sentence)) return sentence;
  }
  return null;
}
