import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CallOutcome } from "./breaker-state.ts";
import { type CircuitBreaker, createCircuitBreaker } from "./circuit-breaker.ts";

const settings = { failureThreshold: 3, openMs: 1_000 };
const outcome = fc.constantFrom<CallOutcome>("succeeded", "failed", "abandoned");
const step = fc.oneof(
  fc.record({ do: fc.constant("call" as const) }),
  fc.record({ do: fc.constant("settle" as const), which: fc.nat(20), outcome }),
  fc.record({ do: fc.constant("wait" as const), ms: fc.nat(1_500) }),
);

describe("createCircuitBreaker", () => {
  it("lets nothing out while open, and one call at a time until one succeeds", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let nowMs = 0;
        const breaker = createCircuitBreaker({ now: () => nowMs, settings });
        let pending: ReturnType<CircuitBreaker["admit"]>[] = [];
        let probes: typeof pending = [];
        let openedAtMs = 0;
        let probedAtMs = 0;
        for (const taken of steps) {
          const before = breaker.phase();
          if (taken.do === "wait") nowMs += taken.ms;
          else if (taken.do === "call") {
            const report = tryAdmit(breaker);
            const isDue = before === "open" && nowMs - openedAtMs >= settings.openMs;
            const isForgotten = nowMs - probedAtMs >= settings.openMs;
            const mayProbe = before === "half_open" && (probes.length === 0 || isForgotten);
            expect(report !== null).toBe(before === "closed" || isDue || mayProbe);
            if (report) pending.push(report);
            if (report && before !== "closed") {
              probes = [report];
              probedAtMs = nowMs;
            }
          } else if (pending.length > 0) {
            const report = pending[taken.which % pending.length]!;
            report(taken.outcome);
            pending = pending.filter((other) => other !== report);
            probes = probes.filter((other) => other !== report);
            if (breaker.phase() === "open" && before !== "open") openedAtMs = nowMs;
          }
        }
      }),
    );
  });

  it("opens at the nth failure in a row, and no success in between", () => {
    fc.assert(
      fc.property(fc.array(outcome, { maxLength: 40 }), (outcomes) => {
        const breaker = createCircuitBreaker({ now: () => 0, settings });
        let inRow = 0;
        for (const each of outcomes) {
          const report = tryAdmit(breaker);
          if (!report) break;
          report(each);
          if (each === "failed") inRow += 1;
          if (each === "succeeded") inRow = 0;
          expect(breaker.phase()).toBe(inRow >= settings.failureThreshold ? "open" : "closed");
        }
      }),
    );
  });

  it("counts the first report of a call only", () => {
    const breaker = createCircuitBreaker({ settings });
    const report = breaker.admit();
    for (let times = 0; times < 5; times += 1) report("failed");
    expect(breaker.phase()).toBe("closed");
  });
});

function tryAdmit(breaker: CircuitBreaker): ReturnType<CircuitBreaker["admit"]> | null {
  try {
    return breaker.admit();
  } catch {
    return null;
  }
}
