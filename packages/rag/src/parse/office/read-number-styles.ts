import { type NumberStyle, readNumberFormat } from "./read-number-format.ts";
import { scanXml, xmlAttribute } from "./scan-xml.ts";

// ECMA-376 18.8.30: 14 to 22 and 45 to 47 are dates and times in every workbook, 9 and 10 percentages.
const builtIn = (id: number): NumberStyle | undefined => {
  if (id === 9 || id === 10) return "percent";
  if (id === 46) return "duration";
  return (id >= 14 && id <= 22) || (id >= 45 && id <= 47) ? "date" : undefined;
};

/** The cell styles of a workbook, by index, that show a number as something else than it is. */
export function readNumberStyles(xml = ""): Map<number, NumberStyle> {
  const formats = new Map<number, NumberStyle>();
  const styles = new Map<number, NumberStyle>();
  let inCellStyles = false;
  let index = 0;
  scanXml(xml, {
    open(name, tag) {
      const id = Number(xmlAttribute(tag, "numFmtId"));
      if (name === "cellXfs") inCellStyles = true;
      else if (name === "numFmt") {
        const style = readNumberFormat(xmlAttribute(tag, "formatCode"));
        if (style) formats.set(id, style);
      } else if (name === "xf" && inCellStyles) {
        const style = builtIn(id) ?? formats.get(id);
        if (style) styles.set(index, style);
        index += 1;
      }
    },
    close(name) {
      if (name === "cellXfs") inCellStyles = false;
    },
  });
  return styles;
}
