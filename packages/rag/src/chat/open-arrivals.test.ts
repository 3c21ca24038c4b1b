import { PassThrough } from "node:stream";
import { setImmediate as turn } from "node:timers/promises";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { openArrivals } from "./open-arrivals.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => void vi.useRealTimers());

function openReply(maxCharacters = 100) {
  const reply = new PassThrough();
  const stop = new AbortController();
  const { signal } = stop;
  return { reply, stop, arrivals: openArrivals(reply, { signal, maxCharacters }) };
}

it("gives what comes at once, or what has come within a time together", async () => {
  const { reply, arrivals } = openReply();
  reply.write("a");
  expect(await arrivals.take(0)).toBe("a");
  const together = arrivals.take(100);
  reply.write("b");
  await turn();
  vi.advanceTimersByTime(99);
  reply.write("c");
  await turn();
  vi.advanceTimersByTime(1);
  expect(await together).toBe("bc");
});

it("waits no longer than to the end", async () => {
  const { reply, arrivals } = openReply();
  const rest = arrivals.take(100);
  reply.end("z");
  expect(await rest).toBe("z");
  expect(await arrivals.take(100)).toBeNull();
  expect(vi.getTimerCount()).toBe(0);
});

it("gives what came before it broke, was too long or was stopped, and then says why", async () => {
  const { reply, stop, arrivals } = openReply(2);
  reply.write("ab");
  expect(await arrivals.take(0)).toBe("ab");
  reply.write("c");
  expect(await arrivals.take(0)).toBe("c");
  await expect(arrivals.take(0)).rejects.toMatchObject({ reason: "model.malformed" });
  expect(reply.destroyed).toBe(true);
  stop.abort(new Error("later"));
  await expect(arrivals.take(0)).rejects.toMatchObject({ reason: "model.malformed" });
});

it("ends the wait of a caller who leaves, with what it waited for, and the connection", async () => {
  const { reply, stop, arrivals } = openReply();
  const waiting = arrivals.take(100);
  reply.write("a");
  await turn();
  stop.abort(new Error("the visitor left"));
  await expect(waiting).rejects.toThrow("the visitor left");
  expect(reply.destroyed).toBe(true);
});

it("leaves a connection open for the little that is still to come, but not for ever", () => {
  const { reply, arrivals } = openReply();
  arrivals.close(500);
  expect(reply.destroyed).toBe(false);
  vi.advanceTimersByTime(500);
  expect(reply.destroyed).toBe(true);
});
