import { expect, it } from "vitest";
import { readEvents } from "./read-events.ts";

const WIRE =
  ': ping\n\nid: 1\ndata: {"text":"für"}\n\ndata: a\ndata: b\r\n\r\nretry: 5\n\ndata: cut';

async function readIn(sizeBytes: number): Promise<string[]> {
  const bytes = new TextEncoder().encode(WIRE);
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let at = 0; at < bytes.length; at += sizeBytes)
        controller.enqueue(bytes.slice(at, at + sizeBytes));
      controller.close();
    },
  });
  const events = [];
  for await (const event of readEvents(body)) events.push(event);
  return events;
}

it.each([1, 2, 3, 7, 1_000])("reads the same events in pieces of %i bytes", async (sizeBytes) => {
  expect(await readIn(sizeBytes)).toEqual(['{"text":"für"}', "a\nb"]);
});
