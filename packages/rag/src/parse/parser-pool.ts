import type { ParsedDocument } from "./document.ts";
import type { PageOutline } from "./html/read-outline.ts";
import type { Readings } from "./pool/messages.ts";
import { type Asked, type ParserProcess, startParserProcess } from "./pool/parser-process.ts";
import { type PoolSettings, poolDefaults } from "./pool/pool-settings.ts";
import type { ParseInput } from "./pool/send-input.ts";
import type { Sitemap } from "./sitemap/read-sitemap.ts";

export interface ParserPool {
  /**
   * Parses in a bounded child process. Throws `SourceRejected` when the document is at fault (it took
   * too long, too much memory or broke its parser included), the signal's reason when aborted.
   */
  parse(input: ParseInput, signal?: AbortSignal): Promise<ParsedDocument>;
  /** A page's head and links; likewise bounded. */
  readOutline(input: ParseInput, signal?: AbortSignal): Promise<PageOutline>;
  /** The addresses that a sitemap or feed gives; likewise bounded. */
  readSitemap(input: ParseInput, signal?: AbortSignal): Promise<Sitemap>;
  /** Ends every child; parses under way fail. */
  close(): Promise<void>;
}

/** Keeps up to `size` warm, sandboxed parser processes; each document runs in one of them alone. */
export function createParserPool(options: Partial<PoolSettings> = {}): ParserPool {
  const settings = { ...poolDefaults, ...options };
  const idle: ParserProcess[] = [];
  const all = new Set<ParserProcess>();
  const waiting: (() => void)[] = [];
  const closing = new AbortController();
  let busyCount = 0;

  const start = () => {
    const process = startParserProcess(settings);
    all.add(process);
    process.exited.then(() => all.delete(process));
    return process;
  };

  const takeLive = () => {
    for (let process = idle.pop(); process; process = idle.pop())
      if (process.isUsable()) return process;
    return start();
  };

  const release = (process: ParserProcess) => {
    busyCount -= 1;
    if (process.isUsable()) {
      idle.push(process);
      process.rest();
    } else void process.end();
    waiting.shift()?.();
  };

  async function read<Kind extends keyof Readings>(
    input: Asked<Kind>,
    signal?: AbortSignal,
  ): Promise<Readings[Kind]> {
    const stop = AbortSignal.any([closing.signal, ...(signal ? [signal] : [])]);
    stop.throwIfAborted();
    if (busyCount >= settings.size) await turn(waiting, stop);
    busyCount += 1;
    const process = takeLive();
    try {
      return await process.read(input, stop);
    } finally {
      release(process);
    }
  }

  return {
    parse: (input, signal) => read({ ...input, reading: "document" }, signal),
    readOutline: (input, signal) => read({ ...input, reading: "outline" }, signal),
    readSitemap: (input, signal) => read({ ...input, reading: "sitemap" }, signal),
    async close() {
      closing.abort(new Error("The parser pool is closed."));
      await Promise.all([...all].map((process) => process.end()));
    },
  };
}

/** Waits for a slot; who gives up leaves the queue. */
function turn(waiting: (() => void)[], stop: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const give = () => {
      stop.removeEventListener("abort", leave);
      resolve();
    };
    const leave = () => {
      waiting.splice(waiting.indexOf(give), 1);
      reject(stop.reason);
    };
    stop.addEventListener("abort", leave, { once: true });
    waiting.push(give);
  });
}
