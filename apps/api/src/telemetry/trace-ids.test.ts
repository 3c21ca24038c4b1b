import { expect, it } from "vitest";
import { readTraceparent, rootSpanIdOf, traceIdOf } from "./trace-ids.ts";

it("gives a correlation id the same trace everywhere, a UUID its own digits", () => {
  expect(traceIdOf("01A2243B-d086-7713-9b4e-c3bb6bbfa0ae")).toBe(
    "01a2243bd08677139b4ec3bb6bbfa0ae",
  );
  expect(traceIdOf("from-the-shop")).toMatch(/^[0-9a-f]{32}$/);
  expect(traceIdOf("from-the-shop")).toBe(traceIdOf("from-the-shop"));
  expect(traceIdOf("from-the-shop")).not.toBe(traceIdOf("from-the-ship"));
  expect(rootSpanIdOf("from-the-shop")).toMatch(/^[0-9a-f]{16}$/);
});

it.each([
  undefined,
  "",
  "nonsense",
  "00-00000000000000000000000000000000-b7ad6b7169203331-01",
  "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
  "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
])("takes %s for no traceparent", (header) => {
  expect(readTraceparent(header)).toBeUndefined();
});

it("reads a traceparent", () => {
  expect(readTraceparent("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")).toEqual({
    traceId: "0af7651916cd43dd8448eb211c80319c",
    spanId: "b7ad6b7169203331",
  });
});
