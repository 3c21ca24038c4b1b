import type { IncomingMessage } from "node:http";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { DomainError } from "../kernel/domain-error.ts";
import type { Deadline } from "./open-deadline.ts";
import { garbled, tooLarge, unsupported } from "./refusals.ts";
import { asRefusal } from "./send-request.ts";

type Chunks = AsyncIterable<Uint8Array>;

const DECODERS = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

export interface BodyLimits {
  /** On the wire, and again of what is unpacked. */
  maxBytes: number;
  betweenBytesMs: number;
  deadline: Deadline;
}

export async function readBody(reply: IncomingMessage, limits: BodyLimits): Promise<Uint8Array> {
  const { maxBytes, deadline } = limits;
  if (Number(reply.headers["content-length"]) > maxBytes) throw tooLarge(maxBytes);
  const unpack = decoderOf(reply);
  const chunks: Uint8Array[] = [];
  const received = bounded(maxBytes, () => deadline.expectWithin(limits.betweenBytesMs));
  const unpacked = bounded(maxBytes);
  const keep = async (source: Chunks) => {
    for await (const chunk of unpacked(source)) chunks.push(chunk);
  };
  try {
    if (unpack) await pipeline(reply, received, unpack, keep, { signal: deadline.signal });
    else await pipeline(reply, received, keep, { signal: deadline.signal });
  } catch (error) {
    throw explain(error, deadline.signal);
  }
  return Buffer.concat(chunks);
}

function decoderOf(reply: IncomingMessage) {
  const encoding = (reply.headers["content-encoding"] ?? "identity").trim().toLowerCase();
  if (encoding === "" || encoding === "identity") return undefined;
  const known = Object.entries(DECODERS).find(([name]) => name === encoding);
  if (!known) throw unsupported("an encoding we do not know");
  return known[1]();
}

/** Passes bytes on until there are too many. */
function bounded(maxBytes: number, onChunk?: () => void) {
  return async function* (source: Chunks) {
    let size = 0;
    for await (const chunk of source) {
      size += chunk.byteLength;
      if (size > maxBytes) throw tooLarge(maxBytes);
      onChunk?.();
      yield chunk;
    }
  };
}

function explain(error: unknown, signal: AbortSignal): unknown {
  if (error instanceof DomainError) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const isGarbled = /^(?:Z_|ERR__ERROR_|ERR_BROTLI|ERR_PADDING)/.test(code);
  return isGarbled && !signal.aborted ? garbled() : asRefusal(error, signal);
}
