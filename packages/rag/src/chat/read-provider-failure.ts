import { APIConnectionTimeoutError, APIError } from "openai";
import { ModelFailure, type ModelFailureReason } from "./model-failure.ts";
import { readRetryAfterSeconds } from "./read-retry-after.ts";

/** What an error of the `openai` client means: before its answer began, or within it. */
export function readProviderFailure(error: unknown, began = false): ModelFailure {
  if (error instanceof ModelFailure) return error;
  const reason = reasonOf(error, began);
  const retryAfterSeconds =
    error instanceof APIError ? readRetryAfterSeconds(error.headers) : undefined;
  return new ModelFailure(reason, MESSAGES[reason], { retryAfterSeconds, cause: error });
}

function reasonOf(error: unknown, began: boolean): ModelFailureReason {
  if (error instanceof SyntaxError) return "model.malformed";
  if (error instanceof APIConnectionTimeoutError) return "model.timed_out";
  if (error instanceof APIError && error.status !== undefined) return reasonOfStatus(error.status);
  if (error instanceof APIError && error.error) return reasonOfBody(error, began);
  return began ? "model.cut_off" : "model.unreachable";
}

function reasonOfStatus(status: number): ModelFailureReason {
  if (status === 401 || status === 402 || status === 403) return "model.refused_key";
  if (status === 408) return "model.timed_out";
  if (status === 429) return "model.rate_limited";
  return status >= 500 ? "model.overloaded" : "model.refused_request";
}

/** An error sent in the stream, as OpenRouter and vLLM do, under a status of 200. */
function reasonOfBody({ code, type }: APIError, began: boolean): ModelFailureReason {
  const status = Number(code);
  if (status >= 400 && status < 600) return reasonOfStatus(status);
  const name = `${code} ${type}`;
  if (/rate_limit|quota/.test(name)) return "model.rate_limited";
  if (/auth|api_key/.test(name)) return "model.refused_key";
  if (/overload|unavailable|server_error/.test(name)) return "model.overloaded";
  return began ? "model.cut_off" : "model.malformed";
}

const MESSAGES: Record<ModelFailureReason, string> = {
  "model.unreachable": "The model could not be reached.",
  "model.timed_out": "The model did not answer in time.",
  "model.rate_limited": "The model's provider has had too many requests.",
  "model.refused_key": "The model's provider refused the key or the account behind it.",
  "model.refused_request": "The model's provider refused the request.",
  "model.malformed": "The model's provider answered with something else than an answer.",
  "model.cut_off": "The model's answer broke off.",
  "model.overloaded": "The model's provider is overloaded or broken.",
};
