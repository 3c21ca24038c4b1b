import { expect, test } from "vitest";
import { isRecent } from "./find-node.js";

test.each([
  ["v20.20.2", false],
  ["22.17.9", false],
  ["22.18.0", true],
  ["v24.0.0", true],
  ["26.1.0", true],
])("Node %s runs TypeScript: %s", (version, recent) => {
  expect(isRecent(version)).toBe(recent);
});
