import { expect, test } from "vitest";
import { scanXml, xmlAttribute } from "./scan-xml.ts";

// A busy machine is slow; time that grows with the square of the size would be minutes.
const GENEROUS_MS = 10_000;

test("tags without end, and names without values, take time that grows with their size", () => {
  const started = performance.now();
  const names: string[] = [];
  const handler = { open: (name: string) => void names.push(name), close() {} };
  scanXml(`<b x="1">${"t".repeat(9)}<p a="x${">".repeat(400_000)}`, handler);
  expect(names).toEqual(["b", "p"]);
  expect(xmlAttribute(`p ${"a".repeat(400_000)} w:val="7"`, "val")).toBe("7");
  expect(performance.now() - started).toBeLessThan(GENEROUS_MS);
}, 60_000);

test("a tag ends after its quotes, and an attribute is known by its whole name", () => {
  const tags: string[] = [];
  scanXml("<a t='x > y'><b/>", { open: (_, tag) => void tags.push(tag), close() {} });
  expect(tags).toEqual(["a t='x > y'", "b/"]);
  expect(xmlAttribute('c r:id="1" id="2"', "id")).toBe("1");
});
