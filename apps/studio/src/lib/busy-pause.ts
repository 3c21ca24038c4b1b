import { TRPCClientError } from "@trpc/client";
import { RequestFailed } from "./request-failed.ts";

const USUAL_SECONDS = 2;
const MOST_SECONDS = 10;

interface Told {
  reason?: string | undefined;
  retryAfterSeconds?: number | undefined;
}

/** After how long a server that was too busy is asked again; null where that is not what was wrong. */
export function busyPauseMs(error: unknown): number | null {
  const told = toldBy(error);
  if (told?.reason !== "server.busy") return null;
  return Math.min(told.retryAfterSeconds ?? USUAL_SECONDS, MOST_SECONDS) * 1_000;
}

function toldBy(error: unknown): Told | undefined {
  if (error instanceof RequestFailed) return error;
  return error instanceof TRPCClientError ? (error.data as Told | undefined) : undefined;
}
