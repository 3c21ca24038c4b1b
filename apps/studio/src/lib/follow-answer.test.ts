import type { AnswerEvent } from "@understudy/core/conversation/contract";
import { expect, test } from "vitest";
import { followAnswer, type Resume } from "./follow-answer.ts";

const messageId = "answer";
const delta = (sequence: number): AnswerEvent => ({
  type: "delta",
  sequence,
  messageId,
  text: String(sequence),
});
const end: AnswerEvent = { type: "error", sequence: 9, messageId, reason: "r", correlationId: "c" };

async function* broken(...events: AnswerEvent[]) {
  yield* events;
  throw new TypeError("network");
}

const follow = (first: AsyncIterable<AnswerEvent>, resume: Resume) =>
  Array.fromAsync(
    followAnswer({ first, resume, signal: new AbortController().signal, pause: async () => {} }),
  );

test("goes on behind the last event seen when the connection breaks", async () => {
  const places: number[] = [];
  const events = await follow(broken(delta(1), delta(2)), async ({ after }) => {
    places.push(after);
    return after < 3 ? { events: [delta(3)], ended: false } : { events: [end], ended: true };
  });
  expect(events.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 9]);
  expect(places).toEqual([2, 3]);
});

test("does not ask again once the answer has ended", async () => {
  const events = await follow(broken(delta(1), end), async () => {
    throw new Error("asked again");
  });
  expect(events).toHaveLength(2);
});

test("passes on why a question was not heard", async () => {
  await expect(follow(broken(), async () => ({ events: [], ended: true }))).rejects.toThrow(
    "network",
  );
});

test("gives up after a few failures in a row", async () => {
  let asked = 0;
  const following = follow(broken(delta(1)), async () => {
    asked += 1;
    throw new Error("still down");
  });
  await expect(following).rejects.toThrow("still down");
  expect(asked).toBe(5);
});
