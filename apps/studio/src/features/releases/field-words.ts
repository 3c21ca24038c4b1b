import { languageName } from "#lib/language-name.ts";
import type { Change } from "./release.ts";

export const FIELD_WORDS = {
  name: "Name",
  headline: "Headline",
  bio: "About",
  avatarUrl: "Picture",
  purpose: "Purpose",
  instructions: "Instructions",
  speakingStyle: "Speaking style",
  answerLength: "Answer length",
  strictness: "Strictness",
  language: "Language",
  firstMessage: "First message",
  starterQuestions: "Starter questions",
  noAnswerMessage: "No-answer message",
  boundaries: "Boundaries",
  groupOverrides: "Access groups",
} as const satisfies Record<Change["field"], string>;

/** Fields whose values are told by other words than they are kept as. */
const VALUE_WORDS: { [Field in Change["field"]]?: (value: string) => string } = {
  language: languageName,
  answerLength: capitalized,
  strictness: capitalized,
};

/** What goes and what comes, line by line; both whole where only the order is another. */
export function changedLines({ field, before, after }: Change): { gone: string[]; come: string[] } {
  const told = VALUE_WORDS[field] ?? String;
  const [from = [], to = []] = [before, after].map((value) => valueLines(value).map(told));
  const gone = from.filter((line) => !to.includes(line));
  const come = to.filter((line) => !from.includes(line));
  return gone.length + come.length > 0 ? { gone, come } : { gone: from, come: to };
}

/** A field's value in lines; several of a list. */
function valueLines(value: unknown): string[] {
  if (value === null || value === undefined || value === "") return [];
  if (Array.isArray(value)) return value.flatMap(valueLines);
  if (typeof value !== "object") return String(value).split("\n");
  return Object.entries(value).flatMap(([name, part]) => {
    const lines = name === "id" ? [] : valueLines(part);
    return lines.length === 1 ? [`${nameWords(name)}: ${lines[0]}`] : lines;
  });
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** "refusedTopics" → "refused topics" */
function nameWords(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
