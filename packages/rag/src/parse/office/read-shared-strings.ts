import { scanXml } from "./scan-xml.ts";

/** The strings that cells of a workbook refer to by number. Phonetic readings are left out. */
export function readSharedStrings(xml = ""): string[] {
  const strings: string[] = [];
  let current = "";
  let inText = false;
  let inPhonetic = false;
  scanXml(xml, {
    open(name) {
      if (name === "si") current = "";
      else if (name === "rPh") inPhonetic = true;
      else if (name === "t") inText = !inPhonetic;
    },
    close(name) {
      if (name === "t") inText = false;
      else if (name === "rPh") inPhonetic = false;
      else if (name === "si") strings.push(current);
    },
    text(value) {
      if (inText) current += value;
    },
  });
  return strings;
}
