import { SourceRejected } from "@understudy/rag/parse/source-rejected";
import { BadStatus } from "../../egress/refusals.ts";
import { DomainError } from "../../kernel/domain-error.ts";
import { recordPassed } from "../collection/record-page.ts";
import { LONGEST_WAIT_SECONDS } from "../fetch-patiently.ts";
import type { Walk } from "./walk.ts";

/** Notes why a page could not be read and goes on; a site whose first page cannot be read has none. */
export async function passRefused(
  { run, budget, start }: Walk,
  address: string,
  error: unknown,
): Promise<undefined> {
  run.ctx.signal.throwIfAborted();
  if (!(error instanceof DomainError || error instanceof SourceRejected)) throw error;
  const isDown = error instanceof DomainError && error.code === "unavailable";
  if (address === start) throw asDomainError(error);
  budget.noteFetch(isDown ? "unavailable" : "refused");
  if (error instanceof BadStatus && (error.retryAfterSeconds ?? 0) > LONGEST_WAIT_SECONDS) {
    budget.noteSentAway();
    await run.ctx.note("warn", error.message);
  }
  const reason = reasonOf(error);
  await recordPassed(run, [{ address, outcome: isDown ? "failed" : "skipped", reason }]);
}

function asDomainError(error: DomainError | SourceRejected): DomainError {
  if (error instanceof DomainError) return error;
  return new DomainError("invalid", error.reason, error.message);
}

/** As it stands in the report: `status_404`, `not_text`, `blocked_address` … */
function reasonOf(error: DomainError | SourceRejected): string {
  if (error instanceof BadStatus) return `status_${error.status}`;
  const reason = error.reason.replace(/^source\./, "");
  return reason === "unsupported" ? "not_text" : reason;
}
