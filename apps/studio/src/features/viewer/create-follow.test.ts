import { expect, test } from "vitest";
import { createFollow } from "./create-follow.ts";

test("the pane that nobody holds goes where the other went, once, and never leads it back", () => {
  const follow = createFollow();
  const heard: string[] = [];
  follow.listen("original", (offset) => heard.push(`original ${offset}`));
  const end = follow.listen("text", (offset) => {
    heard.push(`text ${offset}`);
    follow.report("text", offset + 1);
  });
  follow.report("text", 5);
  follow.lead("original");
  follow.report("original", 10);
  follow.report("original", 10);
  follow.lead("text");
  follow.report("text", 20);
  follow.lead("original");
  end();
  follow.report("original", 30);
  expect(heard).toEqual(["text 10", "original 20"]);
});
