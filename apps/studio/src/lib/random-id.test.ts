import { afterEach, expect, it, vi } from "vitest";
import { randomId } from "./random-id.ts";

afterEach(() => vi.unstubAllGlobals());

it("is a random UUID with and without a secure context", () => {
  const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  vi.stubGlobal("isSecureContext", true);
  expect(randomId()).toMatch(uuid);
  vi.stubGlobal("isSecureContext", false);
  expect(randomId()).toMatch(uuid);
  expect(randomId()).not.toBe(randomId());
});
