import type { DocumentBuilder } from "../document-builder.ts";
import { scanXml } from "./scan-xml.ts";

/** Adds the words in the shapes of a diagram (SmartArt), one item a shape. */
export function addDiagram(builder: DocumentBuilder, xml = "", page?: number): void {
  let words = "";
  let inText = false;
  scanXml(xml, {
    open(name, tag) {
      inText = name === "t" && tag.startsWith("a:");
    },
    close(name) {
      if (name === "p") words += " ";
      else if (name === "pt") {
        builder.add(
          { kind: "list_item", ...(page && { page }) },
          words.trim() && `- ${words.trim()}`,
        );
        words = "";
      }
      inText = false;
    },
    text(value) {
      if (inText) words += value;
    },
  });
}
