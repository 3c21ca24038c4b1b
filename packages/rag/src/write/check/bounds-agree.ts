import { readNumbers } from "../read-numbers.ts";
import { spellOut } from "../read-quantities.ts";

/** Folded. What is longer stands before what it begins with. */
const LEAST =
  "at least|no less than|not less than|not fewer than|not before|not until|not under|a minimum of|minimum|more than|over|above|from|after|starting at|mindestens|wenigstens|mehr als|uber|nicht vor|ab|nach|au moins|plus de|a partir de|des|apres|al menos|como minimo|mas de|desde|despues de|almeno|piu di";
const MOST =
  "at most|no more than|not more than|no later than|not later than|not after|not over|a maximum of|maximum|max|up to|less than|fewer than|under|below|within|by|until|till|before|hochstens|maximal|nicht mehr als|nicht nach|bis zu|bis|unter|weniger als|innerhalb von|innerhalb|binnen|spatestens|au plus|au maximum|jusqu'a|jusqu’a|moins de|sous|avant|como maximo|hasta|menos de|antes de|al massimo|fino a|meno di|entro";
const BEFORE_NUMBER = new RegExp(
  `(?<!\\p{L})(?:(?<least>(?:${LEAST}))|(?<most>(?:${MOST})))\\.? (?:the |a |an |den |der |les? |los )?(?<number>\\p{Sc}?\\s?\\d[\\d.,:]*|\\p{L}+)`,
  "gu",
);
const BEHIND_NUMBER =
  /(?<number>\d[\d.,:]*)(?: ?[\p{L}%€$£]+){0,2}? (?:(?<least>(?:or|and|oder|und|ou|et|o|y) (?:more|over|older|above|mehr|alter|plus|mas|mayor\p{L}*)|at least|minimum|mindestens|au moins)|(?<most>(?:or|and|oder|und|ou|et|o|y) (?:less|fewer|under|younger|below|weniger|junger|moins|menos)|at most|maximum|hochstens|au plus))(?!\p{L})/gu;

type Bounds = ReadonlyMap<string, ReadonlySet<"least" | "most">>;

/** On which sides its numbers bound what a text speaks of: "at least 14", "under 8", "5 or more". */
export function readBounds(text: string): Bounds {
  const bounds = new Map<string, Set<"least" | "most">>();
  const folded = spellOut(text);
  for (const pattern of [BEFORE_NUMBER, BEHIND_NUMBER]) {
    for (const { groups = {} } of folded.matchAll(pattern)) {
      const [number] = readNumbers(groups.number ?? "");
      if (!number) continue;
      const sides = bounds.get(number.value) ?? new Set();
      bounds.set(number.value, sides.add(groups.least ? "least" : "most"));
    }
  }
  return bounds;
}

/** "At most 14 days" does not rest on "at least 14 days", nor "after 30 days" on "within 30 days". */
export function boundsAgree(claim: string, evidence: string): boolean {
  const theirs = readBounds(evidence);
  return [...readBounds(claim)].every(([value, sides]) => {
    const known = theirs.get(value);
    return !known || [...sides].some((side) => known.has(side));
  });
}
