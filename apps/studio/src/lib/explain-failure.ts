import { TRPCClientError } from "@trpc/client";
import { REASON_WORDS } from "./reason-words.ts";
import { RequestFailed } from "./request-failed.ts";

export interface Explanation {
  text: string;
  reason: string | undefined;
  correlationId: string | undefined;
}

interface Told {
  reason?: string;
  correlationId?: string;
  code?: string;
}

const FAULT = "Something went wrong on our side. Nothing was changed; try again in a moment.";
const OFFLINE = REASON_WORDS["request.offline"] as string;
const TOO_MANY = "Too many attempts. Wait a minute and try again.";

/** Turns whatever was thrown into words for the person in front of it. */
export function explainFailure(error: unknown): Explanation {
  if (error instanceof TRPCClientError) {
    const told = (error.data ?? undefined) as Told | undefined;
    if (!told) return { text: OFFLINE, reason: "request.offline", correlationId: undefined };
    return explain(told, told.code === "INTERNAL_SERVER_ERROR" ? "" : error.message);
  }
  if (error instanceof RequestFailed) {
    if (error.status === 0) return explain({ reason: "request.offline" }, OFFLINE);
    if (error.status === 429) return explain(error, TOO_MANY);
    return explain(error, error.status >= 500 ? "" : error.message);
  }
  if (error instanceof TypeError) return explain({ reason: "request.offline" }, OFFLINE);
  return explain({}, "");
}

function explain({ reason, correlationId }: Told, message: string): Explanation {
  return { text: (reason && REASON_WORDS[reason]) || message || FAULT, reason, correlationId };
}

/** Absent and not-yours look the same, and neither gets better by trying again. */
export function isGone(error: unknown): boolean {
  return error instanceof TRPCClientError && error.data?.code === "NOT_FOUND";
}

export function isSignedOut(error: unknown): boolean {
  return error instanceof TRPCClientError && error.data?.code === "UNAUTHORIZED";
}
