import type { Readable } from "node:stream";
import { ModelFailure } from "./model-failure.ts";

export interface Arrivals {
  /**
   * What has come since the last time, as soon as there is something, or so long after it; null at the
   * end. Throws what broke it.
   */
  take(gatherMs: number): Promise<string | null>;
  /** Closes the connection; one whose end is so near is left open for the next call. */
  close(graceMs: number): void;
}

/** A reply as it comes, up to so many characters and until the signal aborts. */
export function openArrivals(
  reply: Readable,
  { signal, maxCharacters }: { signal: AbortSignal; maxCharacters: number },
): Arrivals {
  let held = "";
  let characters = 0;
  let end: { error: unknown } | null = null;
  let waiting: { gatherMs: number; tell: () => void } | null = null;
  let timer: NodeJS.Timeout | undefined;
  const tell = () => {
    clearTimeout(timer);
    timer = undefined;
    waiting?.tell();
    waiting = null;
  };
  const gather = () => {
    if (waiting === null || timer !== undefined) return;
    if (waiting.gatherMs === 0) tell();
    else timer = setTimeout(tell, waiting.gatherMs);
  };
  const finish = (error: unknown) => {
    end ??= { error };
    tell();
  };
  const abort = () => {
    held = "";
    finish(signal.reason);
    reply.destroy();
  };
  const flush = () => {
    const taken = held;
    held = "";
    if (taken !== "") return taken;
    if (end?.error) throw end.error;
    return null;
  };
  reply.setEncoding("utf8");
  reply.on("data", (piece: string) => {
    held += piece;
    characters += piece.length;
    if (characters > maxCharacters) {
      finish(new ModelFailure("model.malformed", "The model's answer has no end."));
      reply.destroy();
    } else gather();
  });
  reply.once("end", () => finish(null));
  reply.on("error", finish);
  signal.addEventListener("abort", abort);
  if (signal.aborted) abort();
  return {
    async take(gatherMs) {
      if (end === null && (held === "" || gatherMs > 0)) {
        await new Promise<void>((resolve) => {
          waiting = { gatherMs, tell: resolve };
          if (held !== "") gather();
        });
      }
      return flush();
    },
    close(graceMs) {
      signal.removeEventListener("abort", abort);
      if (end === null && graceMs > 0) {
        const late = setTimeout(() => reply.destroy(), graceMs);
        reply.once("close", () => clearTimeout(late));
      } else if (end === null) reply.destroy();
    },
  };
}
