import fc from "fast-check";
import { expect, test } from "vitest";
import { readServerEvents, type ServerEvent } from "./read-server-events.ts";

function streamOf(chunks: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
}

async function read(text: string, cuts: readonly number[] = []): Promise<ServerEvent[]> {
  const bytes = new TextEncoder().encode(text);
  const edges = [0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].toSorted(
    (a, b) => a - b,
  );
  const chunks = edges.slice(1).map((end, index) => bytes.slice(edges[index], end));
  return Array.fromAsync(readServerEvents(streamOf(chunks)));
}

test("reads id, event and data, and joins several data lines", async () => {
  expect(await read("id: 7\nevent: delta\ndata: one\ndata: two\n\n")).toEqual([
    { id: "7", event: "delta", data: "one\ntwo" },
  ]);
});

test("skips comments and events without data", async () => {
  expect(await read(": ping\n\nid: 1\n\ndata:x\n\n")).toEqual([
    { id: null, event: null, data: "x" },
  ]);
});

test("drops an event that the connection cut off", async () => {
  expect(await read("data: whole\n\ndata: half")).toHaveLength(1);
});

test("reads the same events wherever the bytes are cut and whatever ends the lines", async () => {
  const lineEnd = fc.constantFrom("\n", "\r\n", "\r");
  const payload = fc.string({ unit: "grapheme" }).map((text) => JSON.stringify({ text }));
  await fc.assert(
    fc.asyncProperty(
      fc.array(payload),
      lineEnd,
      fc.array(fc.nat()),
      async (payloads, end, cuts) => {
        const text = payloads
          .map((data, id) => `id: ${id}${end}data: ${data}${end}${end}`)
          .join("");
        const events = await read(text, cuts);
        expect(events.map(({ data }) => data)).toEqual(payloads);
      },
    ),
  );
});
