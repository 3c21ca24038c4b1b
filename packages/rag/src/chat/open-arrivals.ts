import type { Socket } from "node:net";
import type { Readable } from "node:stream";
import { ModelFailure } from "./model-failure.ts";

export interface Arrivals {
  /**
   * What has come since the last time, as soon as there is something; null at the end. Throws what broke
   * it. With a rest the line is left alone for so long, and what came meanwhile costs one read.
   */
  take(restMs: number): Promise<string | null>;
  /** Closes the connection; one whose end is so near is left open for the next call. */
  close(graceMs: number): void;
}

type Line = Pick<Socket, "pause" | "resume">;

/** A reply as it comes, up to so many characters and until the signal aborts. */
export function openArrivals(
  reply: Readable & { socket?: Line },
  { signal, maxCharacters }: { signal: AbortSignal; maxCharacters: number },
): Arrivals {
  let held = "";
  let characters = 0;
  let end: { error: unknown } | null = null;
  let wake = () => {};
  const arrived = () =>
    new Promise<void>((resolve) => {
      wake = resolve;
    });
  const line = openLine(reply.socket);
  const finish = (error: unknown) => {
    end ??= { error };
    line.endRest();
    wake();
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
    } else wake();
  });
  reply.once("end", () => finish(null));
  reply.on("error", finish);
  signal.addEventListener("abort", abort);
  if (signal.aborted) abort();
  return {
    async take(restMs) {
      if (end === null && restMs > 0) await line.rest(restMs);
      if (end === null && held === "") await arrived();
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

function openLine(socket: Line | undefined) {
  let endRest = () => {};
  return {
    endRest: () => endRest(),
    rest: (ms: number) =>
      new Promise<void>((resolve) => {
        // Only when the stream has asked for more by itself, which would end the pause.
        const pausing = setImmediate(() => socket?.pause());
        endRest = () => {
          clearImmediate(pausing);
          clearTimeout(timer);
          socket?.resume();
          resolve();
        };
        const timer = setTimeout(endRest, ms);
      }),
  };
}
