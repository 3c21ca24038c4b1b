import { describe, expect, test } from "vitest";
import type { ParsedDocument } from "../document.ts";
import { parseHtml } from "./parse-html.ts";

// A busy machine is slow; time that grows with the square of the size would be minutes.
const GENEROUS_MS = 30_000;

const PROSE =
  "The vault opens at nine, and closes at five, on every working day of the week. ".repeat(12);

function parse(html: string): ParsedDocument {
  return parseHtml(Buffer.from(html));
}

function blocksOf(html: string): string[] {
  const { text, blocks } = parse(html);
  return blocks.map(
    ({ kind, level, start, end }) => `${kind}${level ?? ""}: ${text.slice(start, end)}`,
  );
}

describe("parseHtml", () => {
  test("finds the article among menus, and keeps its headline", () => {
    const { text, title } = parse(`<html><head><title>Opening hours - Acme</title></head><body>
      <nav><ul><li><a href=/>Home</a><li><a href=/b>Basket</a></ul></nav>
      <main><h1>Opening hours</h1><article><p>${PROSE}</p><p>${PROSE}</p></article></main>
      <footer>Imprint</footer><script>var secret = 1;</script></body></html>`);
    expect(title).toBe("Opening hours");
    expect(text).toMatch(/^Opening hours\n\nThe vault/);
    expect(text).not.toMatch(/Basket|Imprint|secret/);
  });

  test("falls back to the body, without menus, where there is no article", () => {
    expect(
      blocksOf("<nav>Home</nav><h2>Hours</h2><p>Nine to five.</p><footer>Imprint</footer>"),
    ).toEqual(["heading2: Hours", "paragraph: Nine to five."]);
  });

  test("keeps the structure of lists, tables, code and quotations", () => {
    const html = `<ol start=3><li>Three<li>Four <b>bold</b><ul><li>Nested</ul></ol>
      <table><tr><th>Item<th>Price<tr><td>Tea<td>2.50 <br>euro</table>
      <pre>if (a) {\n  b();\n}</pre><blockquote><p>Be brief.</p></blockquote><dl><dt>Term<dd>Meaning</dl>`;
    expect(blocksOf(html)).toEqual([
      "list_item: 3. Three",
      "list_item: 4. Four bold",
      "list_item: - Nested",
      "table: Item | Price\nTea | 2.50 euro",
      "code: if (a) {\n  b();\n}",
      "quote: Be brief.",
      "list_item: Term",
      "list_item: Meaning",
    ]);
  });

  test("reads tables that only lay out the page as text", () => {
    expect(blocksOf("<table><tr><td><p>One.</p><p>Two.</p></td></tr></table>")).toEqual([
      "paragraph: One.",
      "paragraph: Two.",
    ]);
  });

  test("leaves out what a reader does not see", () => {
    const html = `<p>Seen</p><p hidden>a</p><p style="display: none">b</p><p aria-hidden="true">c</p>
      <template>d</template><style>e</style><!-- f --><noscript>g</noscript><svg><text>h</text></svg>`;
    expect(parse(html).text).toBe("Seen");
  });

  test("shows what folds out, and names it by its button", () => {
    const panel = (id: string, hiding: string) =>
      `<button aria-controls="${id}">Do you ship to ${id}?</button><div id="${id}" ${hiding}><p>Yes, ${id}.</p></div>`;
    const html = `<h1>Questions</h1>${panel("Europe", "hidden")}${panel("Asia", 'style="display:none"')}<div hidden>Never</div>`;
    expect(blocksOf(html)).toEqual([
      "heading1: Questions",
      "heading3: Do you ship to Europe?",
      "paragraph: Yes, Europe.",
      "heading3: Do you ship to Asia?",
      "paragraph: Yes, Asia.",
    ]);
  });

  test("leaves out banners, buttons to share and menus by their names", () => {
    const html = `<div class="cookie-banner">We use cookies.</div><div id="nav"><a>Home</a></div>
      <h1>Hours <a href=#h>¶</a></h1><div class="share-buttons"><a href=#>Tweet</a></div>
      <div class="cookies-recipe">Flour.</div><p class="social-security">Nine to five.</p>`;
    expect(blocksOf(html)).toEqual([
      "heading1: Hours",
      "paragraph: Flour.",
      "paragraph: Nine to five.",
    ]);
  });

  test("says in each row of a table what spans several", () => {
    const html = `<table><tr><th rowspan=2>Item<th colspan=2>Price<tr><th>Small<th>Large
      <tr><td rowspan=2>Tea<td>2<td>3<tr><td>2.5<td>3.5</table>`;
    expect(blocksOf(html)).toEqual([
      "table: Item | Price Small | Price Large\nTea | 2 | 3\nTea | 2.5 | 3.5",
    ]);
  });

  test.each([
    "<!doctype html><title>T</title><body><h1>Hours</h1><p>Nine.",
    "<head><title>T</title></head><body class=a><h1>Hours</h1><p>Nine.",
    "<html><title>T</title><body><h1>Hours</h1></body></html><p>Nine.",
    "<title>T</title><nav>Menu</nav><div class=side><a>More</a></div><main><h1>Hours</h1><p>Nine.</main>",
  ])("reads a page that leaves out tags, or names its main part: %s", (html) => {
    expect(blocksOf(html)).toEqual(["heading1: Hours", "paragraph: Nine."]);
  });

  test("leaves out the raised numbers that link to notes, and no others", () => {
    const html = `<p>It is so.<sup><a href="#n1">[1]</a></sup> It measures 5 m<sup>2</sup>.</p>`;
    expect(blocksOf(html)).toEqual(["paragraph: It is so. It measures 5 m2."]);
  });

  test("opens the answer below a question that names no panel, and no menu", () => {
    const html =
      "<nav><button aria-expanded=false>Products</button><div hidden>Tea</div></nav><div><button>When do you open?</button><div hidden>At nine.</div><button>Send</button><div hidden>Thank you</div></div>";
    expect(blocksOf(html)).toEqual(["heading3: When do you open?", "paragraph: At nine."]);
  });

  test("says that a page is made by a script, and reads around what Word leaves", () => {
    expect(() => parse("<div id=root></div><script src=a.js></script>")).toThrow(
      expect.objectContaining({ reason: "source.needs_script" }),
    );
    expect(blocksOf("<p>One<o:p>&nbsp;</o:p>line</p>")).toEqual(["paragraph: One line"]);
  });

  test("takes the charset from the page where the bytes are not Unicode", () => {
    const page = Buffer.from(
      '<meta charset="windows-1251"><p>\xCF\xF0\xE8\xE2\xE5\xF2</p>',
      "latin1",
    );
    expect(parseHtml(page).text).toBe("Привет");
  });

  test(
    "counts long lists in linear time",
    () => {
      const started = performance.now();
      parse(`<ol>${"<li>x".repeat(20_000)}</ol>`);
      expect(performance.now() - started).toBeLessThan(GENEROUS_MS);
    },
    GENEROUS_MS,
  );
});

test("a formula is read as it is shown, and the arrow back from a note is not", () => {
  const formula =
    "<math><semantics><mrow><mi>E</mi> <mo>=</mo> <mi>m</mi><msup><mi>c</mi><mn>2</mn></msup></mrow><annotation encoding='application/x-tex'>E = mc^2</annotation></semantics></math>";
  const note = '<ol><li>By Einstein.<a href="#ref" role="doc-backlink">↩︎</a></li></ol>';
  expect(blocksOf(`<body><p>It says ${formula} of mass.</p>${note}`)).toEqual([
    "paragraph: It says E=mc² of mass.",
    "list_item: 1. By Einstein.",
  ]);
});

test("what was deleted and how words are pronounced is left out, and exponents stay raised", () => {
  const html = `<p>Now <del>100</del> <ins>120</ins>, once <s>90</s>; 10<sup>3</sup> by <ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp>字<rt>じ</rt></ruby></p>
    <table><tr><th>Name<th>Load</tr><tr><td>A<td>5×10<sup>−6</sup></tr></table>`;
  expect(blocksOf(html)).toEqual([
    "paragraph: Now 120, once 90; 10³ by 漢字",
    "table: Name | Load\nA | 5×10⁻⁶",
  ]);
});

test("lists are numbered as their authors say, formulas keep their signs, and notes' arrows go", () => {
  const page = `<html><body><h1>Rules</h1><ol type="a"><li>alpha</li><li>beta</li></ol><ol reversed><li>two</li><li value="9">nine</li></ol>
<p>It is <math><mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac><mo>=</mo><msqrt><msup><mi>x</mi><mn>2</mn></msup></msqrt></math> so.<a href="#fn1"><sup>1</sup></a></p><p>Since 2020.<a href="#ref1">↩</a></p></body></html>`;
  const { text } = parseHtml(Buffer.from(page));
  expect(text).toBe(
    "Rules\n\na. alpha\nb. beta\n2. two\n9. nine\n\nIt is (a+b)/2=√x² so.\n\nSince 2020.",
  );
});

test("a heading that is never closed is parted from what follows", () => {
  const prose = "The keeper climbs the stairs every evening and lights the lamp. ".repeat(5).trim();
  const { text, blocks } = parseHtml(
    Buffer.from(`<html><body><h2>Opening<p>${prose}<ul><li>Monday</ul></body></html>`),
  );
  expect(blocks.map(({ kind }) => kind)).toEqual(["heading", "paragraph", "list_item"]);
  expect(text).toBe(`Opening\n\n${prose}\n\n- Monday`);
});

test("a page without text of its own is read from what it tells search engines and scriptless readers", () => {
  const faq = `{"@type":"FAQPage","mainEntity":[{"name":"How tall?","acceptedAnswer":{"text":"<p>It is <b>38</b> m.</p>"}}]}`;
  const script = `<script type="application/ld+json">${faq}</script><noscript>Enable scripts.</noscript>`;
  expect(parseHtml(Buffer.from(`<html><body>${script}</body></html>`)).text).toBe(
    "How tall?\n\nIt is 38 m.",
  );
  const prose = "The keeper climbs the stairs every evening and lights the lamp. ".repeat(5).trim();
  const plain = `<html><body><noscript><h1>Plain</h1><p>${prose}</p></noscript></body></html>`;
  expect(parseHtml(Buffer.from(plain)).text).toBe(`Plain\n\n${prose}`);
});
