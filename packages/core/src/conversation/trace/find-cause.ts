import type { Cause, MessageTrace } from "./contract.ts";

type Told = Pick<MessageTrace, "message" | "degradedBecause" | "passages" | "dropped"> & {
  policy: Pick<NonNullable<MessageTrace["policy"]>, "withheld"> | null;
};

/** From here on a passage is taken to speak of what was asked. */
const SPEAKS_OF_IT = 0.7;
const CLEARLY_MORE = 0.25;
const ALL_SUPPORTED = 0.999;

/**
 * Why there is no answer, or not a good one: a rule, a model that failed, knowledge that is missing,
 * knowledge that was found and not read, or what was made of it.
 */
export function findCause({ message, policy, degradedBecause, passages, dropped }: Told): Cause {
  if (message.status === "stopped") return "stopped";
  if (message.refused || (policy?.withheld.length ?? 0) > 0) return "policy";
  if (message.status === "failed" || degradedBecause !== null) return "model";
  if (message.answered) {
    return (message.supportedShare ?? 1) < ALL_SUPPORTED ? "writing" : "fine";
  }
  const [read, left] = [bestShare(passages), bestShare(dropped)];
  if (read >= SPEAKS_OF_IT) return "writing";
  if (left >= SPEAKS_OF_IT || left > read + CLEARLY_MORE) return "retrieval_miss";
  return "content_gap";
}

function bestShare(looked: readonly { share: number | null }[]): number {
  return looked.reduce((best, { share }) => Math.max(best, share ?? 0), 0);
}
