import type { StateSpan } from "@understudy/core/status/contract";
import { expect, test } from "vitest";
import { describeSpans, formatShare, summarize } from "./status-words.ts";

const span = (state: StateSpan["state"], from: number, until: number): StateSpan => ({
  state,
  detail: null,
  from: new Date(from * 60_000).toISOString(),
  until: new Date(until * 60_000).toISOString(),
});

test("a history is told in words", () => {
  const spans = [span("ok", 0, 50), span("failed", 50, 52), span("ok", 52, 60)];
  expect(describeSpans(spans, 58 / 60)).toBe(
    "well 96.7 % of the time, in trouble once, 2 min 0 s in all",
  );
  expect(describeSpans([span("unknown", 0, 60)], null)).toBe("not looked at in this time");
});

test("what was not always well never reads as all of the time", () => {
  expect(formatShare(0.999999)).toBe("99.99 %");
  expect(formatShare(1)).toBe("100 %");
});

test("the worst is named first", () => {
  const dependency = (name: string, state: "ok" | "degraded" | "failed") => ({
    name,
    state,
    required: true,
  });
  expect(summarize([dependency("chat", "degraded"), dependency("blobs", "failed")])).toBe(
    "Failed: Files",
  );
  expect(summarize([dependency("chat", "degraded")])).toBe("Degraded: Language model");
  expect(summarize([dependency("chat", "ok")])).toBe("Everything is well");
});
