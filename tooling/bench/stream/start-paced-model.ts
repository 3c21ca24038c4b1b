import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { chunkOf, lastChunks, QUOTE_END, tokens } from "./paced-script.ts";

/** One sentence with its quote. */
const WHOLE = tokens.indexOf(`${QUOTE_END} `) + 1;

export interface Pace {
  firstTokenMs: number;
  /** Between tokens; with 0 one sentence comes at once, and nothing else. */
  everyMs: number;
}

export interface PacedModel extends AsyncDisposable {
  baseUrl: string;
  pace: Pace;
}

/** A model whose first token takes a fixed time, so that what is on top of it is ours. */
export async function startPacedModel(): Promise<PacedModel> {
  const pace: Pace = { firstTokenMs: 100, everyMs: 0 };
  const server = createServer((request, response) => {
    request.resume();
    request.once("end", () => void speak(response, { ...pace }));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    pace,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

async function speak(response: ServerResponse, { firstTokenMs, everyMs }: Pace): Promise<void> {
  await delay(firstTokenMs);
  response.writeHead(200, { "content-type": "text/event-stream" });
  if (everyMs === 0) {
    response.end(chunkOf(tokens.slice(0, WHOLE).join("")) + lastChunks);
    return;
  }
  for (const token of tokens) {
    response.write(chunkOf(token));
    await delay(everyMs);
    if (response.destroyed) return;
  }
  response.end(lastChunks);
}
