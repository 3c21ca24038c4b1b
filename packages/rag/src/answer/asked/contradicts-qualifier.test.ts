import { describe, expect, it } from "vitest";
import { findAskedKind } from "./asked-kind.ts";
import { contradictsQualifier } from "./contradicts-qualifier.ts";

function contradicts(text: string, told: string): boolean {
  return contradictsQualifier({ text, askedKind: findAskedKind(text) }, told);
}

describe("a text about another of what a question is limited to", () => {
  it.each([
    ["How much is the annual plan?", "The monthly plan is 9 euros."],
    ["Was kostet der Ausweis im Monat?", "Er kostet 24 Euro im Jahr."],
    ["Is it open on Sundays in winter?", "In summer it is open on Sundays."],
    ["When does the ferry leave on Sundays?", "It leaves at 9:15 from Monday to Saturday."],
    ["What does a ticket for a child cost?", "An adult pays £9."],
    ["What does a session for children cost?", "A session costs 44 euros."],
    ["How much is a package of twenty sessions?", "A package of ten sessions is 390 euros."],
  ])("%s %s", (question, told) => {
    expect(contradicts(question, told)).toBe(true);
  });

  it.each([
    ["How much is the annual plan?", "The plan is 9 euros a month, or 90 in the annual plan."],
    ["How much is the annual plan?", "The plan is 90 euros."],
    ["When is it open on Thursdays?", "It is open from Tuesday to Sunday, 10 to 5."],
    ["When is it open on Thursdays?", "It is open daily from 10 to 5."],
    ["Is it open on Mondays?", "It is open from Tuesday to Sunday."],
    ["May children take part?", "Only adults take part."],
    ["What does a ticket for a child cost?", "Children under five travel free."],
    ["How long did the fighting last in the Seven Years War?", "It lasted six years."],
    ["Can I bring six guests?", "You can bring up to four guests."],
  ])("not: %s %s", (question, told) => {
    expect(contradicts(question, told)).toBe(false);
  });
});
