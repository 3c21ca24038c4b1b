import type { ParsedDocument } from "../document.ts";
import { createDocumentBuilder } from "../document-builder.ts";
import { addChart } from "./add-chart.ts";
import { addDiagram } from "./add-diagram.ts";
import { addSlideBlocks } from "./add-slide-blocks.ts";
import { partRelations, relatedParts, resolvePart } from "./part-relations.ts";
import { readZip, type Zip } from "./read-zip.ts";
import { scanXml } from "./scan-xml.ts";

const PRESENTATION = "ppt/presentation.xml";
// What its author does not show, as a sheet that is hidden.
const HIDDEN = /^[\s\S]{0,500}<(?:\w+:)?sld\b[^>]*\bshow="(?:0|false)"/;

/** A slide deck: each slide a page with its title as heading, then its diagrams, charts and notes. */
export function parsePptx(bytes: Uint8Array): ParsedDocument {
  const zip = readZip(bytes);
  const builder = createDocumentBuilder();
  const slides = listSlides(zip);
  slides.forEach((part, index) => {
    const page = index + 1;
    const slide = zip.readText(part) ?? "";
    if (HIDDEN.test(slide)) return;
    addSlideBlocks(builder, slide, { page });
    for (const related of relatedParts(zip, part)) {
      if (related.includes("/notesSlides/"))
        addSlideBlocks(builder, zip.readText(related) ?? "", { page });
      if (related.includes("/diagrams/data")) addDiagram(builder, zip.readText(related), page);
      if (related.includes("/charts/chart")) addChart(builder, zip.readText(related), { page });
    }
  });
  return builder.finish({ pageCount: slides.length });
}

function listSlides(zip: Zip): string[] {
  const targets = partRelations(zip.readText("ppt/_rels/presentation.xml.rels"));
  const slides: string[] = [];
  scanXml(zip.readText(PRESENTATION) ?? "", {
    open(name, tag) {
      const id = name === "sldId" ? /\br:id="([^"]*)"/.exec(tag)?.[1] : undefined;
      const target = id === undefined ? undefined : targets.get(id);
      if (target) slides.push(resolvePart(PRESENTATION, target));
    },
    close() {},
  });
  return slides;
}
