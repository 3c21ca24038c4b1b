import { expect, test } from "vitest";
import { closeItems } from "./close-items.ts";
import { parseHtml } from "./parse-html.ts";

function textOf(html: string): string {
  return parseHtml(Buffer.from(html)).text;
}

test("a table whose authors left out its end tags keeps its cells", () => {
  const rows = "<thead><tr><th>Code<th>Meaning<tbody><tr><td>E1<td><p>Stuck<tr><td>E2<td><b>Low";
  expect(textOf(`<p>Codes<table>${rows}</table><p>End`)).toBe(
    "Codes\n\nCode | Meaning\nE1 | Stuck\nE2 | Low\n\nEnd",
  );
});

test("items end where the next ones begin, and terms where their definitions do", () => {
  const items = "<ul><li><p>Oil<ul><li>clock oil</ul><li><p>Cloth</ul>";
  expect(textOf(`${items}<dl><dt><b>Bob<dd><p>weight<dt>Arbor<dd>axle</dl>`)).toBe(
    "- Oil\n- clock oil\n- Cloth\nBob\nweight\nArbor\naxle",
  );
});

test("a cell ends the list in the one before it, and no table around its own", () => {
  const inner = "<table><tr><td>a<td>b<tr><td>c<td>d</table>";
  expect(textOf(`<table><tr><td><ul><li>one<td>two<tr><td>${inner}<td>e</table>`)).toBe(
    "- one\n\ntwo\n\na | b\nc | d\n\ne",
  );
});

test.each([
  "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table><li>c",
  "<table><tr><td><!-- <td> <tr> --><script>'<table><tr><td><td>'</script>x</td></tr></table>",
  "<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul></td><td>d",
])("what is closed already stays as it is: %s", (html) => {
  expect(closeItems(html)).toBe(html);
});

test("a page of open tags is soon read", () => {
  const started = performance.now();
  for (const tag of ["<table><tr><td>", "<ul><li>", "<td>", "<!--", "<script>", "</table"])
    closeItems(tag.repeat(20_000));
  expect(performance.now() - started).toBeLessThan(5_000);
});
