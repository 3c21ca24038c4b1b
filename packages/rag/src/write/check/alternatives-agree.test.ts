import { expect, it } from "vitest";
import { alternativesAgree } from "./alternatives-agree.ts";

it.each([
  ["The shop opens on Monday.", "The shop opens on Monday and Tuesday."],
  ["It opens on weekdays at midday.", "It opens at noon from Monday to Friday."],
  ["The pump runs.", "The pump runs at night."],
  ["It was red in spring.", "It was red."],
  ["The museum closes in June.", "Das Museum schließt im Juni."],
])("lets %j rest on %j", (claim, clause) => {
  expect(alternativesAgree(claim, clause)).toBe(true);
});

it.each([
  ["The pump runs at noon.", "The pump runs at night."],
  ["The shop opens on Tuesdays.", "The shop opens on Monday."],
  ["Der Laden öffnet im März.", "Der Laden öffnet im Mai."],
  ["Le musée ferme en juin.", "Le musée ferme en juillet."],
  ["The museum closes in June.", "Das Museum schließt im Juli."],
])("does not let %j rest on %j", (claim, clause) => {
  expect(alternativesAgree(claim, clause)).toBe(false);
});
