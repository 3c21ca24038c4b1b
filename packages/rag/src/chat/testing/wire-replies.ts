import type { ServerResponse } from "node:http";
import type { WireReply } from "./wire-double.ts";

export type Chunk = Record<string, unknown> | string | Buffer;

export function textChunk(content: string): Chunk {
  return { choices: [{ index: 0, delta: { content }, finish_reason: null }] };
}

export function endChunk(finish_reason = "stop"): Chunk {
  return { choices: [{ index: 0, delta: {}, finish_reason }] };
}

export const usageChunk: Chunk = {
  choices: [],
  usage: { prompt_tokens: 120, completion_tokens: 30, total_tokens: 150 },
};

/** A well-formed answer: each text a delta, then the end, the usage and `[DONE]`. */
export function answers(...texts: string[]): WireReply {
  return streams(...texts.map(textChunk), endChunk(), usageChunk, "data: [DONE]\n\n");
}

/** Objects become events, strings and bytes go out as they are; then the connection ends in order. */
export function streams(...chunks: Chunk[]): WireReply {
  return async (response) => {
    await writeChunks(response, chunks);
    response.end();
  };
}

/** The same, and then the connection is torn. */
export function breaksAfter(...chunks: Chunk[]): WireReply {
  return async (response) => {
    await writeChunks(response, chunks);
    response.destroy();
  };
}

/** The same, and then nothing more, with the connection open. */
export function hangsAfter(...chunks: Chunk[]): WireReply {
  return (response) => writeChunks(response, chunks);
}

export function refuses(status: number, body: unknown, headers = {}): WireReply {
  return (response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(JSON.stringify(body));
  };
}

export function showsPage(status = 200): WireReply {
  return (response) => {
    response.writeHead(status, { "content-type": "text/html" });
    response.end("<!doctype html><title>Gateway</title><p>Please sign in.");
  };
}

/** Never even answers with a status. */
export const staysSilent: WireReply = () => {};

async function writeChunks(response: ServerResponse, chunks: readonly Chunk[]): Promise<void> {
  response.writeHead(200, { "content-type": "text/event-stream" });
  response.flushHeaders();
  for (const chunk of chunks) {
    const isRaw = typeof chunk === "string" || Buffer.isBuffer(chunk);
    const bytes = isRaw ? chunk : `data: ${JSON.stringify(chunk)}\n\n`;
    await new Promise<void>((resolve) => response.write(bytes, () => resolve()));
  }
}
