import { scanXml, xmlAttribute } from "./scan-xml.ts";

/** Where the first relation whose type ends in `type` points, as a path inside the archive. */
export function relationTarget(relations = "", type: string): string | undefined {
  let target: string | undefined;
  scanXml(relations, {
    open(name, tag) {
      if (name !== "Relationship" || target !== undefined) return;
      const isExternal = xmlAttribute(tag, "TargetMode") === "External";
      if (isExternal || !xmlAttribute(tag, "Type")?.endsWith(`/${type}`)) return;
      target = xmlAttribute(tag, "Target")?.replace(/^\//, "");
    },
    close() {},
  });
  return target;
}

/** The folder of a part, with its slash. */
export function partFolder(name: string): string {
  return name.slice(0, name.lastIndexOf("/") + 1);
}
