import { scanXml, xmlAttribute } from "./scan-xml.ts";

const MOST_SERIES = 50;
const MOST_POINTS = 1_000;
const PARTS = new Set(["tx", "cat", "xVal", "val", "yVal"]);

interface Series {
  name: string;
  categories: string[];
  values: string[];
}

/** What a chart shows as a table, from what it keeps of its sheet: categories, and a column a series. */
export function chartRows(xml = ""): string[][] {
  const series = readSeries(xml).filter(({ values }) => values.length > 0);
  if (series.length === 0) return [];
  const categories = series.find((one) => one.categories.length > 0)?.categories ?? [];
  const count = Math.max(...series.map(({ values }) => values.length));
  const rows = Array.from({ length: count }, (_, at) => [
    categories[at] ?? String(at + 1),
    ...series.map(({ values }) => values[at] ?? ""),
  ]);
  return [["", ...series.map(({ name }, at) => name || `Series ${at + 1}`)], ...rows];
}

function readSeries(xml: string): Series[] {
  const series: Series[] = [];
  const open: string[] = [];
  let at = 0;
  let value: string | undefined;
  scanXml(xml, {
    open(name, tag) {
      if (name === "ser" && series.length < MOST_SERIES)
        series.push({ name: "", categories: [], values: [] });
      else if (name === "pt") at = Number(xmlAttribute(tag, "idx") ?? 0);
      else if (name === "v") value = "";
      if (PARTS.has(name)) open.push(name);
    },
    close(name) {
      const one = series.at(-1);
      if (name === "v" && one && value !== undefined) keep(one, open.at(-1), { at, value });
      if (name === "v") value = undefined;
      if (PARTS.has(name)) open.pop();
    },
    text(words) {
      if (value !== undefined) value += words;
    },
  });
  return series;
}

function keep(one: Series, part: string | undefined, point: { at: number; value: string }): void {
  const value = point.value.trim();
  if (part === "tx") one.name += (one.name && " ") + value;
  else if (part && point.at >= 0 && point.at < MOST_POINTS)
    (/al$/i.test(part) && part !== "xVal" ? one.values : one.categories)[point.at] = plain(value);
}

/** What is stored of a number ends in the noise of binary fractions: `0.30000000000000004`. */
function plain(value: string): string {
  return /^-?\d+\.\d{10,}$/.test(value) ? String(Number(Number(value).toPrecision(12))) : value;
}
