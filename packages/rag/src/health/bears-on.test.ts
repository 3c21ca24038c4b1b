import { expect, test } from "vitest";
import { bearsOn } from "./bears-on.ts";
import { pairChanges } from "./pair-changes.ts";
import { readStatements } from "./read-statements.ts";

const idf = () => 2;
const only = (text: string, question = "") => readStatements(text, question)[0]!;

test("a changed price bears on the answer about it, whichever figure that gives", () => {
  const answer = only("It costs 40 euros.", "What does a first session cost?");
  expect(bearsOn(only("A first session costs 60 euros."), answer, idf)).toBeGreaterThan(0.4);
  expect(bearsOn(only("The harbour has been dredged since spring."), answer, idf)).toBe(0);
});

test("what went is paired with what came in its place, and what stayed is no change", () => {
  const gone = readStatements(
    "A first session costs 40 euros. Small dogs are welcome in the waiting room.",
  );
  const come = readStatements(
    "Small dogs are welcome in the waiting room. A first session costs 60 euros.",
  );
  const changes = pairChanges(gone, come, idf);
  expect(changes.map(({ before, after }) => [before.text, after?.text])).toEqual([
    ["A first session costs 40 euros.", "A first session costs 60 euros."],
  ]);
  expect(pairChanges(gone, [], idf).map(({ after }) => after)).toEqual([null, null]);
});
