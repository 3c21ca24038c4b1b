// The least that sends such streams: each event of an answer, already written, at its time.
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";

const [EVERY_MS = 0, EVENTS = 0, PADDING_BYTES = 0] = process.argv.slice(2).map(Number);
/** As long as the product's events are. */
const PADDING = "x".repeat(PADDING_BYTES);

const server = createServer((request, response) => {
  request.resume();
  request.once("end", () => void speak(response));
});
server.listen(0, "127.0.0.1", () => {
  console.log((server.address() as AddressInfo).port);
});

async function speak(response: ServerResponse): Promise<void> {
  response.writeHead(200, { "content-type": "text/event-stream" });
  for (let at = 0; at < EVENTS; at++) {
    await delay(EVERY_MS);
    if (response.destroyed) return;
    response.write(`id: ${at}\ndata: ${JSON.stringify({ type: "delta", text: PADDING })}\n\n`);
  }
  response.end();
}
