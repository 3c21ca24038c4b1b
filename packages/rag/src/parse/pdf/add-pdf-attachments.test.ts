import { expect, test } from "vitest";
import { makeCarryingPdf, makePdf } from "../fixtures/make-pdf.ts";
import { parseBytes } from "../parse-bytes.ts";

const PAGE = [{ text: "The details are in the attached file.", x: 72, y: 700 }];

test("files that a PDF carries are read under their names, and one of no known kind is named", async () => {
  const file = makeCarryingPdf(PAGE, [
    { name: "depths.csv", content: "Site;Depth\nNorth;4.2\n" },
    { name: "logo.png", content: "\x89PNG\r\n" },
    { name: "factur-x.xml", content: "<?xml version='1.0'?><Invoice>7</Invoice>" },
  ]);
  const { text, title } = await parseBytes(file, { fileName: "a.pdf" });
  expect(title).toBeUndefined();
  expect(text).toBe(
    "The details are in the attached file.\n\nAttachment: depths.csv\n\nSite | Depth\nNorth | 4.2\n\nAttachment: logo.png",
  );
});

test("PDFs within PDFs without end are bounded", async () => {
  let inner = makePdf([[{ text: "The core.", x: 72, y: 700 }]]);
  for (let depth = 0; depth < 6; depth += 1)
    inner = makeCarryingPdf(PAGE, [{ name: "in.pdf", content: inner.toString("latin1") }]);
  const { text } = await parseBytes(inner, { fileName: "a.pdf" });
  expect(text).not.toContain("The core.");
  expect(text).toContain("Attachment: in.pdf");
});
