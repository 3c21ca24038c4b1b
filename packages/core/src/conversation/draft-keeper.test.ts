import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createDraftKeeper, type KeptAnswer } from "./draft-keeper.ts";
import { createLiveAnswer } from "./live-answer.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** An answer of tenant `t` whose transactions give these wishes, one after another, or fail. */
function answerOf(messageId: string, outcomes: (string[] | Error)[]) {
  const transaction = vi.fn(async () => {
    const outcome = outcomes.shift() ?? [];
    if (outcome instanceof Error) throw outcome;
    return outcome.map((id) => ({ messageId: id, stopRequested: false, watchedElsewhere: true }));
  });
  const stop = new AbortController();
  const warn = vi.fn();
  const answer: KeptAnswer = {
    messageId,
    scope: "t",
    transaction: transaction as unknown as KeptAnswer["transaction"],
    warn,
    draft: { said: { text: "", citations: [], unsupportedSpans: [] } },
    live: createLiveAnswer(),
    stop,
    abandonedAfterMs: 10_000,
  };
  return { answer, transaction, stop, warn };
}

it("keeps the answers of one scope together, and stops one that has ended elsewhere", async () => {
  const keeper = createDraftKeeper();
  const [one, other] = [answerOf("a", [["a"]]), answerOf("b", [])];
  const keeping = [keeper.keep(one.answer), keeper.keep(other.answer)];
  await vi.advanceTimersByTimeAsync(300);
  expect(one.transaction).toHaveBeenCalledTimes(1);
  expect(other.transaction).not.toHaveBeenCalled();
  expect([one.stop.signal.aborted, other.stop.signal.aborted]).toEqual([false, true]);
  await Promise.all(keeping.map((each) => each.finish()));
  expect(vi.getTimerCount()).toBe(0);
});

it("tries alone what could not be kept together, so that only the one that fails is not kept", async () => {
  const keeper = createDraftKeeper();
  const one = answerOf("a", [new Error("not storable"), ["a"]]);
  const other = answerOf("b", [new Error("not storable")]);
  const keeping = [keeper.keep(one.answer), keeper.keep(other.answer)];
  await vi.advanceTimersByTimeAsync(300);
  expect([one.warn, other.warn].map((warn) => warn.mock.calls.length)).toEqual([0, 1]);
  expect([one.stop.signal.aborted, other.stop.signal.aborted]).toEqual([false, false]);
  await Promise.all(keeping.map((each) => each.finish()));
});
