import { describe, expect, it } from "vitest";
import { readRetryAfterSeconds } from "./read-retry-after.ts";

const nowMs = Date.parse("2026-01-01T00:00:00Z");

describe("readRetryAfterSeconds", () => {
  it.each<[Record<string, string>, number | undefined]>([
    [{ "retry-after": "30" }, 30],
    [{ "retry-after-ms": "1500", "retry-after": "30" }, 1.5],
    [{ "retry-after": "Thu, 01 Jan 2026 00:00:10 GMT" }, 10],
    [{ "retry-after": "Wed, 31 Dec 2025 00:00:00 GMT" }, 0],
    [{ "retry-after": "soon" }, undefined],
    [{}, undefined],
  ])("reads %j as %s seconds", (headers, seconds) => {
    expect(readRetryAfterSeconds(new Headers(headers), nowMs)).toBe(seconds);
  });
});
