import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { makeDocx, paragraph } from "./fixtures/make-docx.ts";
import { makePdf, makeScanPdf } from "./fixtures/make-pdf.ts";
import { makeZip } from "./fixtures/make-zip.ts";
import { rejection } from "./fixtures/rejection.ts";
import { parseBytes } from "./parse-bytes.ts";

const pdf = makePdf([[{ text: "The vault opens at nine.", x: 72, y: 700 }]]);
const locked = readFileSync(new URL("./fixtures/locked.pdf", import.meta.url));
const page =
  "<!DOCTYPE html><html><head><title>Vault</title></head><body><p>The vault opens at nine.</p></body></html>";
const sentence = "The vault opens at nine.";

async function textOf(bytes: Uint8Array, fileName: string, password?: string): Promise<string> {
  return (await parseBytes(bytes, { fileName, password })).text;
}

describe("parseBytes decides by content", () => {
  test.each([
    ["a PDF named .txt", pdf, "vault.txt"],
    ["a PDF without a name", pdf, ""],
    ["a PDF behind junk", Buffer.concat([Buffer.from("junk\n"), pdf]), "vault.pdf"],
    ["HTML named .pdf", Buffer.from(page), "vault.pdf"],
    ["HTML behind comments", Buffer.from(`<!-- a -->\n${page}`), "vault"],
    ["DOCX named .pdf", makeDocx(paragraph(sentence)), "vault.pdf"],
    ["Markdown", Buffer.from(`**${sentence}**`), "vault.md"],
    ["text named .docx", Buffer.from(sentence), "vault.docx"],
    ["UTF-16 text without a mark", Buffer.from(sentence, "utf16le"), "vault.txt"],
    ["text with NULs", Buffer.from(sentence.replace(" ", "\0 ")), "vault.txt"],
    [
      "a polyglot of PDF and HTML",
      Buffer.concat([pdf, Buffer.from("<script>alert(1)</script>")]),
      "vault.html",
    ],
  ])("%s", async (_, bytes, fileName) => {
    expect(await textOf(bytes, fileName)).toBe(sentence);
  });

  test("a page that quotes a PDF header is a page", async () => {
    const quoting = Buffer.from(
      "<html><body><p>Files start with %PDF-1.7 and a line end.</p></body></html>",
    );
    expect(await textOf(quoting, "a.html")).toBe("Files start with %PDF-1.7 and a line end.");
  });
});

describe("parseBytes refuses", () => {
  const executable = Buffer.concat([
    Buffer.from("MZ\x90\0\x03\0\0\0", "latin1"),
    Buffer.alloc(200, 7),
  ]);
  const picture = Buffer.from("\x89PNG\r\n\x1a\n0000IHDR", "latin1");
  const compound = Buffer.from("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "latin1");
  const outlook = Buffer.concat([compound, Buffer.from("__substg1.0_0037001F", "utf16le")]);
  const encryptedOffice = Buffer.concat([
    compound,
    Buffer.alloc(500),
    Buffer.from("EncryptedPackage", "utf16le"),
  ]);

  test.each([
    ["an empty file", Buffer.alloc(0), "a.pdf", "source.empty"],
    ["only white space", Buffer.from(" \n\t\u200B"), "a.txt", "source.empty"],
    [
      "a page without text",
      Buffer.from("<html><body><img src=x></body></html>"),
      "a.html",
      "source.empty",
    ],
    ["an executable named .docx", executable, "a.docx", "source.unsupported"],
    ["a picture", picture, "a.txt", "source.unsupported"],
    ["an old Word file", compound, "a.doc", "source.unsupported"],
    ["an Outlook message", outlook, "a.msg", "source.unsupported"],
    ["an encrypted Word file", encryptedOffice, "a.docx", "source.encrypted"],
    [
      "some other archive",
      makeZip([{ name: "a.txt", content: "x" }]),
      "a.docx",
      "source.unsupported",
    ],
    [
      "a cut-off archive",
      makeDocx(paragraph(sentence)).subarray(0, 120),
      "a.docx",
      "source.corrupt",
    ],
    ["a PDF cut off after its header", pdf.subarray(0, 60), "a.pdf", "source.corrupt"],
    ["a PDF of pictures", makeScanPdf([[]]), "a.pdf", "source.no_text_layer"],
    ["an encrypted PDF", locked, "a.pdf", "source.encrypted"],
  ])("%s", async (_, bytes, fileName, reason) => {
    expect(await rejection(bytes, fileName)).toBe(reason);
  });

  test("a wrong password, and opens with the right one", async () => {
    await expect(textOf(locked, "a.pdf", "open")).rejects.toMatchObject({
      reason: "source.encrypted",
    });
    expect(await textOf(locked, "a.pdf", "open sesame")).toBe(sentence);
  });

  test("a page nested beyond reason", async () => {
    const deep = Buffer.from(`<html><body>${"<div>".repeat(50_000)}${sentence}`);
    expect(await rejection(deep, "a.html")).toBe("source.too_complex");
  });
});

test("a text of 50 MB on one line is read whole", async () => {
  const line = `${sentence} `.repeat(2_000_000);
  expect((await textOf(Buffer.from(line), "a.txt")).length).toBe(line.length - 1);
}, 30_000);
