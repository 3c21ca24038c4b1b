// The least that sends such streams: each event of an answer, already written, at its time.
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { sentences } from "./paced-script.ts";

const EVERY_MS = Number(process.argv[2]);
/** As long as the product's events are. */
const PADDING = "x".repeat(Number(process.argv[3]));

const server = createServer((request, response) => {
  request.resume();
  request.once("end", () => void speak(response));
});
server.listen(0, "127.0.0.1", () => {
  console.log((server.address() as AddressInfo).port);
});

async function speak(response: ServerResponse): Promise<void> {
  response.writeHead(200, { "content-type": "text/event-stream" });
  for (const [at, text] of sentences.entries()) {
    await delay(EVERY_MS);
    if (response.destroyed) return;
    for (const type of ["delta", "citation"]) {
      response.write(`id: ${at}\ndata: ${JSON.stringify({ type, text, padding: PADDING })}\n\n`);
    }
  }
  response.end();
}
