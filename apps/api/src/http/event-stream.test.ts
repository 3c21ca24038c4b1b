import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { eventStream } from "./event-stream.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function* breaking() {
  yield "data: 1\n\n";
  throw new Error("revoked");
}

async function* ending() {
  yield "data: 1\n\n";
}

it("keeps an idle line open until its end, and then nothing", async () => {
  const waiting = Promise.withResolvers<void>();
  const reply = eventStream(
    (async function* () {
      await waiting.promise;
      yield* ending();
    })(),
  );
  const text = reply.text();
  await vi.advanceTimersByTimeAsync(15_000);
  waiting.resolve();
  expect(await text).toBe(": ping\n\ndata: 1\n\n");
  expect(vi.getTimerCount()).toBe(0);
});

it("pings no line that broke: writing to it would end the process", async () => {
  await expect(eventStream(breaking()).text()).rejects.toThrow("revoked");
  expect(vi.getTimerCount()).toBe(0);
});

it("ends the frames of a reader who leaves", async () => {
  let ended = false;
  const frames = (async function* () {
    try {
      for (;;) yield "data: 1\n\n";
    } finally {
      ended = true;
    }
  })();
  const reader = eventStream(frames).body?.getReader();
  await reader?.read();
  await reader?.cancel();
  expect({ ended, timers: vi.getTimerCount() }).toEqual({ ended: true, timers: 0 });
});
