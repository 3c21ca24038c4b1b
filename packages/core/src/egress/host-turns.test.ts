import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createHostTurns } from "./host-turns.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["performance"] }));
afterEach(() => void vi.useRealTimers());

test("requests to one host come at its pace, and wait for no other host", async () => {
  const turns = createHostTurns();
  const { signal } = new AbortController();
  await turns.take("a.example", 60_000, signal);
  await turns.take("b.example", 60_000, signal);
  vi.advanceTimersByTime(60_000);
  await turns.take("a.example", 60_000, signal);
  const waits = turns.take("a.example", 60_000, AbortSignal.abort(new Error("left")));
  await expect(waits).rejects.toThrow("left");
});
