import { formatCount } from "./number-label.ts";
import { scanXml, xmlAttribute } from "./scan-xml.ts";

interface Level {
  format: string;
  /** Such as `%1.%2.`: each `%n` stands for the count at level n. */
  template: string;
  start: number;
  /** Whether the numbers of other levels stand in it as figures, as in laws. */
  isLegal?: boolean;
}

interface NumberingInstance {
  abstractId: string;
  startOverrides: Map<number, number>;
}

export interface DocxNumbering {
  /** Counts one item on and gives its label: `2.1.`, `b)`, or `-` for a bullet; empty for none. */
  next(numberingId: string, level: number): string;
}

/** Counts list items and headings as Word numbers them. */
export function createDocxNumbering(xml = ""): DocxNumbering {
  const { levels, instances } = readNumbering(xml);
  const counts = new Map<string, number[]>();
  const started = new Set<string>();

  return {
    next(numberingId, level) {
      const instance = instances.get(numberingId);
      const own = instance && levels.get(instance.abstractId);
      const definition = own?.[level];
      if (!instance || !own || !definition) return "";
      const counters = counts.get(instance.abstractId) ?? [];
      counts.set(instance.abstractId, counters);
      const override = instance.startOverrides.get(level);
      if (override !== undefined && !started.has(`${numberingId}/${level}`)) {
        counters[level] = override - 1;
      }
      started.add(`${numberingId}/${level}`);
      counters[level] = (counters[level] ?? definition.start - 1) + 1;
      counters.length = level + 1;
      return label(own, counters, definition);
    },
  };
}

function label(
  levels: readonly Level[],
  counters: readonly number[],
  { format, template, isLegal }: Level,
): string {
  if (format === "bullet") return "-";
  if (format === "none") return "";
  return template.replace(/%(\d)/g, (_, digit: string) => {
    const level = levels[Number(digit) - 1];
    return formatCount(
      counters[Number(digit) - 1] ?? level?.start ?? 1,
      isLegal ? "decimal" : (level?.format ?? "decimal"),
    );
  });
}

function readNumbering(xml: string) {
  const levels = new Map<string, Level[]>();
  const instances = new Map<string, NumberingInstance>();
  let current: Level[] = [];
  let level: Level = { format: "decimal", template: "", start: 1 };
  let instance: NumberingInstance = { abstractId: "", startOverrides: new Map() };
  let overriddenLevel = 0;
  const open = (name: string, tag: string) => {
    const value = xmlAttribute(tag, "val") ?? "";
    if (name === "abstractNum") {
      current = [];
      levels.set(xmlAttribute(tag, "abstractNumId") ?? "", current);
    } else if (name === "lvl") {
      level = { format: "decimal", template: "", start: 1 };
      current[Number(xmlAttribute(tag, "ilvl"))] = level;
    } else if (name === "numFmt") level.format = value;
    else if (name === "isLgl") level.isLegal = !/^(?:0|false)$/.test(value);
    else if (name === "lvlText") level.template = value;
    else if (name === "start") level.start = Number(value);
    else if (name === "num") {
      instance = { abstractId: "", startOverrides: new Map() };
      instances.set(xmlAttribute(tag, "numId") ?? "", instance);
      current = [];
    } else if (name === "abstractNumId") instance.abstractId = value;
    else if (name === "lvlOverride") overriddenLevel = Number(xmlAttribute(tag, "ilvl"));
    else if (name === "startOverride") instance.startOverrides.set(overriddenLevel, Number(value));
  };
  scanXml(xml, { open, close() {} });
  return { levels, instances };
}
