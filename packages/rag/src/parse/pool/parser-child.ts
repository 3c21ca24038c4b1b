import { Console } from "node:console";
import process from "node:process";
import { Worker } from "node:worker_threads";
import type { parseBytes as ParseBytes } from "../parse-bytes.ts";
import type { ParseOptions } from "../parser.ts";
import { SourceRejected } from "../source-rejected.ts";
import { createFrameReader, encodeFrame, StreamEnded } from "./frames.ts";
import type { ParseReply, ParseRequest, Readings } from "./messages.ts";

// What parsers print must not get between the frames on standard output.
globalThis.console = new Console(process.stderr);
// Nothing a document names is ever fetched.
Object.assign(globalThis, { fetch: undefined, WebSocket: undefined, EventSource: undefined });

const MAX_REQUEST_BYTES = 100_000;
const [parserModule = "", memoryMb = "0"] = process.argv.slice(2);

const watchdog = new Worker(new URL("./watch-child.ts", import.meta.url), {
  workerData: { memoryBytes: Number(memoryMb) * 1_048_576, parentId: process.ppid },
});
watchdog.unref();

const input = createFrameReader(process.stdin);
const { parseBytes } = (await import(parserModule)) as { parseBytes: typeof ParseBytes };

type Reader = (bytes: Uint8Array, options: ParseOptions) => unknown;
/** One reader a kind, loaded when first needed. */
const READERS: Record<keyof Readings, () => Promise<Reader>> = {
  document: async () => parseBytes,
  outline: async () => (await import("../html/read-outline.ts")).readOutline,
  sitemap: async () => (await import("../sitemap/read-sitemap.ts")).readSitemap,
};

async function answer(): Promise<ParseReply<unknown>> {
  const request = (await input.readJson(MAX_REQUEST_BYTES)) as ParseRequest;
  const { byteLength, reading, ...options } = request;
  const bytes = await input.readBytes(byteLength);
  try {
    const read = await READERS[reading]();
    return { reading: await read(bytes, options) };
  } catch (error) {
    if (!(error instanceof SourceRejected)) throw error;
    return { rejection: { reason: error.reason, message: error.message } };
  }
}

try {
  for (;;) process.stdout.write(encodeFrame(await answer()));
} catch (error) {
  // The parent closed the pipe: there is no more work.
  process.exit(error instanceof StreamEnded ? 0 : 1);
}
