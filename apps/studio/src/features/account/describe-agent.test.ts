import { expect, it } from "vitest";
import { describeAgent } from "./describe-agent.ts";

const MAC =
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko)";

it.each([
  [`${MAC} Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0`, "Edge on macOS"],
  [`${MAC} Version/18.0 Safari/605.1.15`, "Safari on macOS"],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Linux"],
  ["Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Mobile Safari/537.36", "Chrome on Android"],
  ["curl/8.5", "Unknown program"],
  [null, "Unknown program"],
])("calls %j %j", (userAgent, words) => {
  expect(describeAgent(userAgent)).toBe(words);
});
