import { CELL_EDGE } from "../parse/table-row.ts";
import { readNumbers } from "../write/read-numbers.ts";

/** A price in money, or any number of things or measure. */
export type AskedAmount = "price" | "figure";

const ASKS_PRICE =
  /(?<!\p{L})(?:price|priced|costs?|fees?|kostet|kosten|preise?|gebühr|co[uû]te(?:nt)?|prix|tarifs?|cuestan?|precios?|costano?|prezz[oi])(?!\p{L})/iu;
const ASKS_FIGURE =
  /(?<!\p{L})(?:how (?:many|much|old|tall|deep|heavy|high|wide)|wie ?viele?|wie (?:alt|hoch|tief|schwer|breit)|combien|cu[aá]nt[oa]s|quant[ie])(?!\p{L})/iu;
/** "It was decided how many": asks for the way, not for the figure. */
const ASKS_OTHERWISE = /\p{L}{3,},? (?:how|wie|cu[aá]nt|quant)/iu;
const MONEY =
  /\p{Sc}|(?<!\p{L})(?:euros?|dollars?|pounds?|pence|cents?|francs?|franken|eur|usd|gbp|chf|free|gratis|kostenlos|kostenfrei|gratuit\p{L}*|included|inbegriffen|inclus\p{L}*|incluid[oa]s?)(?!\p{L})/iu;
const AMOUNT =
  /(?<!\p{L})(?:no|none|one|once|twice|half|third|quarter|both|dozens?|hundreds|thousands|millions?|billions?|free|few|several|many|most|all|unlimited|kein\p{L}*|eins|einer|einmal|halbe?|hälfte|mehrere|alle|kostenlos|gratis|aucune?|moitié|plusieurs|tous|gratuit\p{L}*|ning[uú]n[oa]?|mitad|vari[oa]s|tod[oa]s|nessun\p{L}*|metà|tutt[ie])(?!\p{L})/iu;

/** What amount a question asks for: "how many", "wie hoch", "combien coûte". */
export function findAskedAmount(question: string): AskedAmount | null {
  if (ASKS_OTHERWISE.test(question)) return null;
  if (ASKS_FIGURE.test(question)) return ASKS_PRICE.test(question) ? "price" : "figure";
  return /^(?:was|what|que) .*/iu.test(question) && ASKS_PRICE.test(question) ? "price" : null;
}

/** Whether a text tells such an amount, in figures or in words. */
export function tellsAmount(text: string, asked: AskedAmount): boolean {
  const hasFigure = /\p{N}/u.test(text);
  if (asked === "figure") return hasFigure || AMOUNT.test(text) || readNumbers(text).length > 0;
  if (MONEY.test(text)) return true;
  return hasFigure && (text.includes(CELL_EDGE) || ASKS_PRICE.test(text));
}
