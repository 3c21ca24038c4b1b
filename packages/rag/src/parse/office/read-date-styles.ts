import { scanXml, xmlAttribute } from "./scan-xml.ts";

// ECMA-376 18.8.30: 14 to 22 and 45 to 47 are dates and times in every workbook.
const isBuiltInDate = (id: number) => (id >= 14 && id <= 22) || (id >= 45 && id <= 47);

/** The cell styles of a workbook, by index, that show a number as a date or time. */
export function readDateStyles(xml = ""): Set<number> {
  const dateFormats = new Set<number>();
  const dateStyles = new Set<number>();
  let inCellStyles = false;
  let style = 0;
  scanXml(xml, {
    open(name, tag) {
      const id = Number(xmlAttribute(tag, "numFmtId"));
      if (name === "cellXfs") inCellStyles = true;
      else if (name === "numFmt" && isDateFormat(xmlAttribute(tag, "formatCode")))
        dateFormats.add(id);
      else if (name === "xf" && inCellStyles) {
        if (isBuiltInDate(id) || dateFormats.has(id)) dateStyles.add(style);
        style += 1;
      }
    },
    close(name) {
      if (name === "cellXfs") inCellStyles = false;
    },
  });
  return dateStyles;
}

/** Letters of dates outside quoted text, colours and conditions. */
function isDateFormat(code = ""): boolean {
  return /[ymdhs]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, "").replace(/general/gi, ""));
}
