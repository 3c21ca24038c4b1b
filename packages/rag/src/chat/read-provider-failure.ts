import { APIConnectionTimeoutError, APIError } from "openai";
import { ModelFailure, type ModelFailureReason } from "./model-failure.ts";
import { nameFailure, reasonOfStatus } from "./name-failure.ts";
import { readRetryAfterSeconds } from "./read-retry-after.ts";

/** What an error of the `openai` client means: before its answer began, or within it. */
export function readProviderFailure(error: unknown, began = false): ModelFailure {
  if (error instanceof ModelFailure) return error;
  const retryAfterSeconds =
    error instanceof APIError ? readRetryAfterSeconds(error.headers) : undefined;
  return nameFailure(reasonOf(error, began), { retryAfterSeconds, cause: error });
}

function reasonOf(error: unknown, began: boolean): ModelFailureReason {
  if (error instanceof SyntaxError) return "model.malformed";
  if (error instanceof APIConnectionTimeoutError) return "model.timed_out";
  if (error instanceof APIError && error.status !== undefined) return reasonOfStatus(error.status);
  if (error instanceof APIError && error.error) return reasonOfBody(error, began);
  return began ? "model.cut_off" : "model.unreachable";
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
