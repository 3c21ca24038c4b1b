import { ModelFailure, type ModelFailureReason } from "../chat/model-failure.ts";
import { nameFailure } from "../chat/name-failure.ts";

const REASONS: Record<string, ModelFailureReason> = {
  PineconeAuthorizationError: "model.refused_key",
  PineconePaymentRequiredError: "model.refused_key",
  PineconeConnectionError: "model.unreachable",
  PineconeTimeoutError: "model.timed_out",
  PineconeInternalServerError: "model.overloaded",
  PineconeUnavailableError: "model.overloaded",
  PineconeMaxRetriesExceededError: "model.overloaded",
  PineconeUnexpectedResponseError: "model.malformed",
  SyntaxError: "model.malformed",
};
const LIMITED = /\b429\b|too many requests|rate limit/i;

/** What an error of the `@pinecone-database/pinecone` client means. */
export function readPineconeFailure(error: unknown): ModelFailure {
  if (error instanceof ModelFailure) return error;
  return nameFailure(reasonOf(error), { cause: error });
}

function reasonOf(error: unknown): ModelFailureReason {
  if (!(error instanceof Error)) return "model.unreachable";
  const within = error.cause;
  if (within instanceof ModelFailure) return within.reason;
  if (LIMITED.test(error.message)) return "model.rate_limited";
  return REASONS[error.name] ?? "model.refused_request";
}
