// A model whose first token takes a fixed time, so that what is on top of it is ours.
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import {
  chunkOf,
  lastChunks,
  type Pace,
  QUOTE_END,
  sentences,
  tokens,
  tokensOf,
} from "./paced-script.ts";

/** One sentence with its quote. */
const WHOLE = tokens.indexOf(`${QUOTE_END} `) + 1;
let pace: Pace = { firstTokenMs: 100, everyMs: 0 };

process.on("message", (asked: Pace) => {
  pace = asked;
  process.send?.("paced");
});
process.once("disconnect", () => process.exit());

const server = createServer((request, response) => {
  request.resume();
  request.once("end", () => void speak(response, pace));
});
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));

async function speak(
  response: ServerResponse,
  { firstTokenMs, everyMs, said }: Pace,
): Promise<void> {
  await delay(firstTokenMs);
  response.writeHead(200, { "content-type": "text/event-stream" });
  if (everyMs === 0) {
    response.end(chunkOf(tokens.slice(0, WHOLE).join("")) + lastChunks);
    return;
  }
  for (const token of tokensOf(said ?? sentences.length)) {
    response.write(chunkOf(token));
    await delay(everyMs);
    if (response.destroyed) return;
  }
  response.end(lastChunks);
}
