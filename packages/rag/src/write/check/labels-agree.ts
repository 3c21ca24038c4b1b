import { CELL_EDGE } from "../../parse/table-row.ts";
import { startsListItem } from "../../parse/text/list-marker.ts";
import { contentWords, readWords } from "../read-claim.ts";
import { readQuantities } from "../read-quantities.ts";

const LEADS_IN = /[:：]\s*$/u;

interface Place {
  text: string;
  start: number;
  end: number;
}

/**
 * Whether a claim that rests on an item of a list or a row of a table names it as its source does:
 * what stands under "Premium:" is no evidence of what Basic has, nor the row of one plan of another's.
 */
export function labelsAgree(claim: string, places: readonly Place[]): boolean {
  const labels = places.map(readLabels);
  const own = labels.flatMap((each) => each.own);
  const rivals = labels.flatMap((each) => each.rivals);
  if (rivals.length === 0) return true;
  const [ours, theirs] = [stemsOf(own), stemsOf(rivals)];
  return contentWords(readWords(claim)).every(({ stem }) => ours.has(stem) || !theirs.has(stem));
}

/** What names the quoted lines, with their own words, and what names others of their kind. */
function readLabels({ text, start, end }: Place): { own: string[]; rivals: string[] } {
  const lines = linesOf(text);
  const quoted = lines.filter((line) => line.start < end && line.end > start);
  const own = quoted.map(({ words }) => words);
  if (quoted.some(({ words }) => words.includes(CELL_EDGE))) {
    const [header, ...rows] = lines.filter(({ words }) => words.includes(CELL_EDGE));
    own.push(header?.words ?? "");
    const rivals = rows.filter((row) => !quoted.includes(row));
    return { own, rivals: rivals.map(({ words }) => words.split(CELL_EDGE)[0]!) };
  }
  if (!quoted.some(({ words }) => startsListItem(words))) return { own, rivals: [] };
  const leadIns = lines.filter(({ words }) => LEADS_IN.test(words));
  const above = leadIns.findLast((line) => line.start < quoted.at(-1)!.start);
  if (above) own.push(above.words);
  const others = leadIns.filter((line) => line !== above && !quoted.includes(line));
  return { own, rivals: others.map(({ words }) => words) };
}

function linesOf(text: string): { words: string; start: number; end: number }[] {
  let start = 0;
  return text.split("\n").map((words) => {
    const line = { words, start, end: start + words.length };
    start = line.end + 1;
    return line;
  });
}

/** Of rows that were quoted together, those a claim names; all, where it names none. */
export function namedRows(claim: string, quote: string): string {
  const lines = quote.split("\n");
  const rows = lines.filter((line) => line.includes(CELL_EDGE));
  if (rows.length < 2) return quote;
  const said = stemsOf([claim]);
  const named = rows.filter((row) => isNamed(row.split(CELL_EDGE)[0]!, said));
  if (named.length === 0) return quote;
  return lines.filter((line) => !rows.includes(line) || named.includes(line)).join("\n");
}

/** The names of the columns of the table that a place is in; empty where it is in none. */
export function columnsOf({ text, start, end }: Place): string {
  const lines = linesOf(text);
  const at = lines.findIndex((line) => line.start < end && line.end > start);
  if (!lines[at]?.words.includes(CELL_EDGE)) return "";
  let first = at;
  while (first > 0 && lines[first - 1]!.words.includes(CELL_EDGE)) first -= 1;
  return first === at ? "" : lines[first]!.words;
}

/** Whether the numbers a claim takes from a row stand in the columns that it names. */
export function columnsAgree(claim: string, place: Place): boolean {
  const heads = columnsOf(place).split(CELL_EDGE);
  const rows = place.text.slice(place.start, place.end).split("\n");
  if (heads.length < 2 || rows.length > 1) return true;
  const cells = rows[0]!.split(CELL_EDGE);
  const said = stemsOf([claim]);
  const named = heads.map((head, at) => at > 0 && isNamed(head, said));
  if (!named.includes(true) || cells.length > heads.length) return true;
  const valuesIn = (text: string) => readQuantities(text).map(({ value }) => value);
  const free = new Set([...valuesIn(heads.join(" ")), ...valuesIn(cells[0]!)]);
  const inNamed = new Set(cells.filter((_, at) => named[at]).flatMap(valuesIn));
  const inOthers = new Set(cells.filter((_, at) => !named[at]).flatMap(valuesIn));
  return valuesIn(claim).every(
    (value) => free.has(value) || inNamed.has(value) || !inOthers.has(value),
  );
}

function stemsOf(texts: readonly string[]): Set<string> {
  return new Set(texts.flatMap((text) => contentWords(readWords(text))).map(({ stem }) => stem));
}

function isNamed(cell: string, said: ReadonlySet<string>): boolean {
  return contentWords(readWords(cell)).some(({ stem }) => /\p{L}/u.test(stem) && said.has(stem));
}
