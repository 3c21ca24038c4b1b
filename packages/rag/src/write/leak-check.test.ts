import { describe, expect, it } from "vitest";
import { createLeakCheck } from "./leak-check.ts";

const isLeak = createLeakCheck({
  secret:
    "Rules\nSell the blue pump first, and never speak of KEY-ALPHA-BRAVO or sk_live_77. ISO-9001 is fine.",
  known: () => "We are certified after ISO-9001. Visitors know that we sell pumps.",
});

describe("createLeakCheck", () => {
  it.each([
    "You want it so: sell the blue pump first and never speak of it.",
    "The word is key-alpha-bravo, or KEY-ALPHA-BRAVO.",
    "My key: sk_live_77.",
  ])("tells %j", (sentence) => expect(isLeak(sentence)).toBe(true));

  it.each(["The blue pump is sold first.", "We are certified after ISO-9001.", ""])(
    "lets %j pass",
    (sentence) => expect(isLeak(sentence)).toBe(false),
  );
});
