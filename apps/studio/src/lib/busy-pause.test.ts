import { expect, test } from "vitest";
import { busyPauseMs } from "./busy-pause.ts";
import { RequestFailed, readRefusal } from "./request-failed.ts";

const refusal = (reason: string, retryAfter?: string) =>
  readRefusal(
    new Response(JSON.stringify({ error: { reason } }), {
      status: 503,
      headers: retryAfter ? { "retry-after": retryAfter } : {},
    }),
  );

test("a server that is too busy is asked again when it says, within bounds", async () => {
  expect(busyPauseMs(await refusal("server.busy", "3"))).toBe(3_000);
  expect(busyPauseMs(await refusal("server.busy"))).toBe(2_000);
  expect(busyPauseMs(await refusal("server.busy", "600"))).toBe(10_000);
});

test("nothing else is asked again", async () => {
  expect(busyPauseMs(await refusal("database.unavailable", "3"))).toBe(null);
  expect(busyPauseMs(new RequestFailed("", { status: 0 }))).toBe(null);
  expect(busyPauseMs(new TypeError("fetch failed"))).toBe(null);
});
