import { expect, test } from "vitest";
import { describeConfiguration } from "./describe-configuration.ts";

test("a setting has its comment, what it takes and what it is by itself", () => {
  const example = [
    "# Copy to .env.",
    "",
    "# --- Models (optional) -----",
    "# What an answer is",
    "# written from.",
    "TOP=8",
    "# a | b",
    "KIND=",
  ].join("\n");
  const told = describeConfiguration(example, {
    TOP: { type: "integer", minimum: 1, maximum: 50, default: 8 },
    KIND: { enum: ["auto", "none"] },
  });
  expect(told).toContain("## Models\n");
  expect(told).toContain("| `TOP` | What an answer is written from. | 1 to 50 | `8` |");
  expect(told).toContain("| `KIND` | a \\| b | `auto`, `none` |  |");
});
