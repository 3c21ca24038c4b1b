import { describe, expect, test } from "vitest";
import { makeZip } from "../fixtures/make-zip.ts";
import { parseEpub } from "./parse-epub.ts";

describe("an e-book", () => {
  const parts = [
    {
      name: "META-INF/container.xml",
      content: '<container><rootfile full-path="o/b.opf"/></container>',
    },
    {
      name: "o/b.opf",
      content:
        '<package><dc:title>The Book</dc:title><item id="b" href="two.html"/><item id="a" href="one.html"/><itemref idref="a"/><itemref idref="b"/></package>',
    },
    { name: "o/one.html", content: "<html><body><h1>One</h1><p>First.</p></body></html>" },
    { name: "o/two.html", content: "<html><body><h1>Two</h1><p>Last.</p></body></html>" },
  ];

  test("is read along its spine", () => {
    const document = parseEpub(makeZip(parts));
    expect(document.title).toBe("The Book");
    expect(document.text).toBe("One\n\nFirst.\n\nTwo\n\nLast.");
  });

  test("keeps its notes and leaves out its contents and the marks of notes", () => {
    const chapter = `<html><body><nav>One, Two</nav><h1>One</h1><p>First.<a epub:type="noteref" href="#n">1</a></p><aside epub:type="footnote">A note.</aside></body></html>`;
    const book = parts.map((part) =>
      part.name === "o/one.html" ? { ...part, content: chapter } : part,
    );
    expect(parseEpub(makeZip(book)).text).toBe("One\n\nFirst.\n\nA note.\n\nTwo\n\nLast.");
  });

  test("has as headings what its contents name, and parts by escaped names", () => {
    const contents = `<nav><ol><li><a href="te%20xt/one.html#a">First part</a><ol><li><a href="te%20xt/one.html#b">Inner</a></li></ol></li></ol></nav>`;
    const book = makeZip([
      parts[0]!,
      {
        name: "o/b.opf",
        content: `<package><item id="n" href="nav.html" properties="nav"/><item id="a" href="./te%20xt/one.html"/><itemref idref="a"/></package>`,
      },
      { name: "o/nav.html", content: contents },
      {
        name: "o/te xt/one.html",
        content:
          "<html><body><p><span>First</span> part</p><p>Words.</p><p>Inner</p></body></html>",
      },
    ]);
    const { text, blocks } = parseEpub(book);
    expect(text).toBe("First part\n\nWords.\n\nInner");
    expect(blocks.map(({ level }) => level)).toEqual([1, undefined, 2]);
  });

  test.each([
    ["http://www.w3.org/2001/04/xmlenc#aes128-cbc", "source.unsupported"],
    ["http://www.idpf.org/2008/embedding", undefined],
  ])("encrypted by %s is %s", (algorithm, reason) => {
    const content = `<encryption><EncryptionMethod Algorithm="${algorithm}"/></encryption>`;
    const book = makeZip([...parts, { name: "META-INF/encryption.xml", content }]);
    if (reason) expect(() => parseEpub(book)).toThrow("copy-protected");
    else expect(parseEpub(book).title).toBe("The Book");
  });

  test("is refused when copy-protected", () => {
    const locked = makeZip([...parts, { name: "META-INF/rights.xml", content: "x" }]);
    expect(() => parseEpub(locked)).toThrow("copy-protected");
  });
});
