import { expect, test } from "vitest";
import { comparePassages } from "./compare-passages.ts";
import { readStatements } from "./read-statements.ts";

const kindsOf = (one: string, other: string) =>
  comparePassages(readStatements(one), readStatements(other), () => 2).map(({ kind }) => kind);

test.each([
  ["number", "| Adult ticket, all day | 12 € |", "| Adult ticket, all day | 15 € |"],
  ["number", "The widget needs Node 20 to be built.", "The widget needs Node 18 to be built."],
  [
    "number",
    "A refund is paid within 14 days of the return.",
    "Refunds are paid within 30 days of the return.",
  ],
  ["number", "A first consultation costs 120 euros.", "The first consultation costs €150."],
  [
    "date",
    "The lighthouse was built by the council in 1901.",
    "The council built the lighthouse in 1911.",
  ],
  ["date", "The summer course begins on 3 March.", "The summer course begins on 3 April."],
  ["negation", "Dogs are allowed in the dining room.", "Dogs are not allowed in the dining room."],
  [
    "negation",
    "Membership is required for the summer course.",
    "Membership is optional for the summer course.",
  ],
  [
    "name",
    "The harbour office in Kiel is led by Anna Berg.",
    "The harbour office in Kiel is led by Paul Falk.",
  ],
] as const)("%s: “%s” against “%s”", (kind, one, other) => {
  expect(kindsOf(one, other)).toEqual([kind]);
  expect(kindsOf(other, one)).toEqual([kind]);
});

test("what an answer is about may stand in its question", () => {
  const answer = readStatements("It costs 40 euros.", "What does a first session cost?");
  const passage = readStatements("A first session costs 60 euros.");
  expect(comparePassages(answer, passage, () => 2)).toMatchObject([
    { kind: "number", differing: { one: "40", other: "60" } },
  ]);
});

test.each([
  [
    "the same in other words",
    "A refund is paid within 14 days.",
    "Refunds are paid within fourteen days, or 14 at most.",
  ],
  [
    "another subject",
    "The harbour office in Kiel opens at 9.",
    "The harbour office in Bremen opens at 10.",
  ],
  ["another unit", "The summer course lasts 14 days.", "The summer course lasts 2 weeks."],
  ["rounded", "The tower is 41.7 metres tall in all.", "The tower is 42 metres tall in all."],
  ["a year and a count", "The club won the cup in 1998.", "The club won the cup 3 times."],
  ["both deny", "Dogs are not allowed in the hall.", "No dogs are allowed in the hall."],
  [
    "a detail more",
    "The course costs 40 euros.",
    "The course costs 40 euros and includes lunch for 2 guests.",
  ],
  [
    "another screen",
    "To limit how much is used, open Usage under Workspace; an admin or an owner can.",
    "To make a webhook, open Webhooks under Workspace; admins and owners can.",
  ],
  [
    "the head of a like sentence",
    "PostgreSQL connection plugin, which shares one connection pool with the server.",
    "MongoDB connection plugin, which shares one connection pool with the server.",
  ],
  ["a name spelled otherwise", "Log all your hours in HRLinks.", "Log all your hours in HR Links."],
  ["a heading", "Welcome to the Design team at Harbour", "Welcome to the Product team at Harbour"],
  ["a numbered heading", "Play 5 Case Studies and questions", "Play 6 Case Studies and questions"],
  [
    "a denial of what only one speaks of",
    "If the office is closed for a week and that week is not listed, ask the team to submit hours.",
    "If the office is closed for a week, ask the team to submit hours.",
  ],
  [
    "a denial of two things",
    "To use your own model, set its key in the settings.",
    "You need no model and no key.",
  ],
  [
    "a denial in the condition",
    "If you don't know when your term ends, look for your term end date in the portal.",
    "Use the portal to look for your term end date.",
  ],
  ["a question", "Does the summer course last 14 days?", "The summer course lasts 21 days."],
])("%s is no contradiction", (_, one, other) => {
  expect(kindsOf(one, other)).toEqual([]);
  expect(kindsOf(other, one)).toEqual([]);
});
