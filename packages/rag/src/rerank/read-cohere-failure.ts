import { CohereError, CohereTimeoutError } from "cohere-ai";
import { ModelFailure, type ModelFailureReason } from "../chat/model-failure.ts";
import { nameFailure, reasonOfStatus } from "../chat/name-failure.ts";
import { readRetryAfterSeconds } from "../chat/read-retry-after.ts";

const INVALID_TOKEN = 498;

/** What an error of the `cohere-ai` client means. */
export function readCohereFailure(error: unknown): ModelFailure {
  if (error instanceof ModelFailure) return error;
  const retryAfterSeconds =
    error instanceof CohereError ? readRetryAfterSeconds(error.rawResponse?.headers) : undefined;
  return nameFailure(reasonOf(error), { retryAfterSeconds, cause: error });
}

function reasonOf(error: unknown): ModelFailureReason {
  if (error instanceof CohereTimeoutError) return "model.timed_out";
  if (!(error instanceof CohereError)) return "model.unreachable";
  const { statusCode, cause } = error;
  if (cause instanceof ModelFailure) return cause.reason;
  if (statusCode === undefined) return "model.unreachable";
  if (statusCode < 400) return "model.malformed";
  return statusCode === INVALID_TOKEN ? "model.refused_key" : reasonOfStatus(statusCode);
}
