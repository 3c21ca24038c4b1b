import type { Statement } from "@understudy/rag/health/read-statements";
import { sample } from "../answer/random.ts";
import { reword } from "./reword.ts";

export const PLANTED_KINDS = ["number", "date", "negation", "name", "none"] as const;
export type PlantedKind = (typeof PLANTED_KINDS)[number];

type Change = (text: string, random: () => number, names: readonly string[]) => string | null;

const NUMBER = /(?<![\p{L}\d.,-])\d{1,3}(?:,\d{3})*(?:\.\d+)?(?![\d,.]*\d)(?!\p{L})/gu;
const YEAR = /(?<![\d.,])(?:1[5-9]|20)\d\d(?![\d.,]\d)/g;
const MONTHS =
  "January February March April June July August September October November December".split(" ");
const MONTH = new RegExp(`\\b(?:${MONTHS.join("|")})\\b`, "g");
const AUXILIARY =
  /(?<= )(?:is|are|was|were|can|will|may|must|should|has been|have been|does|do|could)(?= (?!not\b))/g;
const NAME = /(?<=[\p{Ll}\d,] )\p{Lu}\p{Ll}{3,}(?=[\s,.;])/gu;

const CHANGES: Record<PlantedKind, Change> = {
  none: (text) => text,
  number: (text, random) =>
    replaceOne(text, NUMBER, random, (number) => {
      const value = Number(number.replaceAll(",", ""));
      if (/^(?:1[5-9]|20)\d\d$/.test(number)) return null;
      const factor = 1.3 + random();
      const changed = Number.isInteger(value) ? Math.round(value * factor) + 1 : value * factor;
      return Number.isInteger(value)
        ? String(changed)
        : changed.toFixed(number.split(".")[1]!.length);
    }),
  date: (text, random) =>
    replaceOne(text, YEAR, random, (year) => String(Number(year) + 1 + Math.floor(random() * 8))) ??
    replaceOne(text, MONTH, random, (month) => MONTHS[(MONTHS.indexOf(month) + 3) % 11]!),
  negation: (text, random) =>
    / not /.test(text)
      ? text.replace(/ not /, " ")
      : /\b(?:no|never|without|only)\b/i.test(text)
        ? null
        : replaceOne(text, AUXILIARY, random, (word) => `${word} not`),
  name: (text, random, names) => {
    const [other] = sample(names, 1, random);
    return other && !text.includes(other) ? replaceOne(text, NAME, random, () => other) : null;
  },
};

/** The statement reworded, and false by the change; null where it has nothing of the kind. */
export function plant(
  { text }: Statement,
  kind: PlantedKind,
  { random, names }: { random: () => number; names: readonly string[] },
): string | null {
  const reworded = reword(text, random);
  const changed = CHANGES[kind](reworded, random, names);
  return reworded === text || (kind !== "none" && changed === reworded) ? null : changed;
}

export function namesOf(text: string): string[] {
  return text.match(NAME) ?? [];
}

function replaceOne(
  text: string,
  pattern: RegExp,
  random: () => number,
  change: (found: string) => string | null,
): string | null {
  const found = [...text.matchAll(pattern)];
  const chosen = found[Math.floor(random() * found.length)];
  const changed = chosen && change(chosen[0]);
  if (!chosen || changed === null || changed === undefined) return null;
  return text.slice(0, chosen.index) + changed + text.slice(chosen.index + chosen[0].length);
}
