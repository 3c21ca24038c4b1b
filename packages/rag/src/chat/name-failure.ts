import { ModelFailure, type ModelFailureReason } from "./model-failure.ts";

/** A failure in our own words, whichever provider it was. */
export function nameFailure(
  reason: ModelFailureReason,
  why: { retryAfterSeconds?: number; cause: unknown },
): ModelFailure {
  return new ModelFailure(reason, MESSAGES[reason], why);
}

export function reasonOfStatus(status: number): ModelFailureReason {
  if (status === 401 || status === 402 || status === 403) return "model.refused_key";
  if (status === 408) return "model.timed_out";
  if (status === 429) return "model.rate_limited";
  return status >= 500 ? "model.overloaded" : "model.refused_request";
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
  "model.over_budget": "What may be spent on the model is spent.",
  "model.forbidden": "The rules in force forbid this provider or model.",
};
