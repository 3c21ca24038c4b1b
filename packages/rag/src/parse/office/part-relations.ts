import type { Zip } from "./read-zip.ts";
import { scanXml, xmlAttribute } from "./scan-xml.ts";

/** Where the first relation whose type ends in `type` points, as a path inside the archive. */
export function relationTarget(relations = "", type: string): string | undefined {
  let target: string | undefined;
  scanXml(relations, {
    open(name, tag) {
      if (name !== "Relationship" || target !== undefined || isExternal(tag)) return;
      if (!xmlAttribute(tag, "Type")?.endsWith(`/${type}`)) return;
      target = xmlAttribute(tag, "Target")?.replace(/^\//, "");
    },
    close() {},
  });
  return target;
}

/** The targets of a part's relations by id, as written; links out of the archive are left out. */
export function partRelations(relations = ""): Map<string, string> {
  const targets = new Map<string, string>();
  scanXml(relations, {
    open(name, tag) {
      if (name !== "Relationship" || isExternal(tag)) return;
      targets.set(xmlAttribute(tag, "Id") ?? "", xmlAttribute(tag, "Target") ?? "");
    },
    close() {},
  });
  return targets;
}

function isExternal(tag: string): boolean {
  return xmlAttribute(tag, "TargetMode") === "External";
}

/** The folder of a part, with its slash. */
export function partFolder(name: string): string {
  return name.slice(0, name.lastIndexOf("/") + 1);
}

/** The parts that one is related to, by their names in the archive, each once. */
export function relatedParts({ readText }: Pick<Zip, "readText">, part: string): string[] {
  const folder = partFolder(part);
  const relations = readText(`${folder}_rels/${part.slice(folder.length)}.rels`);
  const targets = [...partRelations(relations).values()];
  return [...new Set(targets.map((target) => resolvePart(part, target)))];
}

export function resolvePart(from: string, target: string): string {
  return new URL(target, `zip:///${from}`).pathname.slice(1);
}
