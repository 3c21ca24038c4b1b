import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { chunkOf, lastChunks, sentences } from "./paced-script.ts";

export interface Pace {
  firstTokenMs: number;
  /** Between sentences; with 0 the rest comes with the first. */
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
    response.end(chunkOf(sentences[0] ?? "") + lastChunks);
    return;
  }
  for (const sentence of sentences) {
    response.write(chunkOf(sentence));
    await delay(everyMs);
    if (response.destroyed) return;
  }
  response.end(lastChunks);
}
