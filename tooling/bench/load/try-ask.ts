import { Refused } from "../stream/read-stream.ts";
import type { Fleet } from "./open-fleet.ts";

export interface Outcome {
  kind: "answered" | "refused" | "broken";
  /** Until the answer, or the refusal, was whole. */
  ms: number;
  endedMs: number;
  firstMs: number | null;
  /** Of a refusal: when to come again, where it says so. */
  retryAfterSeconds: number | null;
}

/** Asks at one of the processes that serve, in turn; what came of it, whatever that is. */
export async function tryAsk({ twin, serves }: Fleet, id: string, turn: number): Promise<Outcome> {
  const sentMs = performance.now();
  const end = (what: Pick<Outcome, "kind"> & Partial<Outcome>): Outcome => {
    const endedMs = performance.now();
    return { ms: endedMs - sentMs, endedMs, firstMs: null, retryAfterSeconds: null, ...what };
  };
  try {
    const { firstMs } = await twin.ask(id, serves[turn % serves.length]?.url);
    return end({ kind: "answered", firstMs });
  } catch (error) {
    if (!(error instanceof Refused)) return end({ kind: "broken" });
    const { retryAfterSeconds } = error;
    return end({ kind: "refused", retryAfterSeconds });
  }
}

export const countOf = (outcomes: readonly Outcome[], kind: Outcome["kind"]): number =>
  outcomes.filter((outcome) => outcome.kind === kind).length;
