import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { expect, test } from "vitest";

const MOST_BEFORE_BYTES = 1_200;
const MOST_IN_ALL_BYTES = 12_000;

test("a page loads a kilobyte, and the chat that someone opens less than eleven more", async () => {
  const root = fileURLToPath(new URL(".", import.meta.url));
  const made = await build({ root, logLevel: "silent", build: { write: false } });
  const chunks = [made].flat().flatMap((bundle) => ("output" in bundle ? bundle.output : []));
  const weigh = (name: string) => {
    const chunk = chunks.find((each) => each.type === "chunk" && each.name === name);
    if (chunk?.type !== "chunk") throw new Error(`no chunk ${name}`);
    return { bytes: gzipSync(chunk.code, { level: 9 }).length, imports: chunk.imports };
  };
  const before = weigh("widget");
  expect(before.bytes).toBeLessThanOrEqual(MOST_BEFORE_BYTES);
  const opened = weigh("panel");
  // What it imports is loaded with it, and would have to be weighed as well.
  expect(opened.imports).toEqual([]);
  expect(before.bytes + opened.bytes).toBeLessThanOrEqual(MOST_IN_ALL_BYTES);
});
