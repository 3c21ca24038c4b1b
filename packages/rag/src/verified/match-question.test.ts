import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchQuestion } from "./match-question.ts";
import { createPhrasingBank } from "./phrasing-bank.ts";

const ENTRIES = {
  dogs: ["May I bring my dog to the course?", "Can I bring my dog?", "Can my dog come with me?"],
  refund: [
    "How long does a refund take?",
    "When do I get my money back after 14 days?",
    "Can I get a refund within 14 days?",
  ],
  anna: ["Does Anna teach on Mondays?", "Can I book Anna for Mondays?", "does marta teach too?"],
  open: ["Are you open on Sundays?", "Do you open before noon?", "Are the stables open today?"],
  ferry: ["Can I take the ferry from Mirny to Kereva?", "Is there a boat from Mirny to Kereva?"],
  fee: ["Do I have to pay a deposit?", "Must I pay anything before the course?"],
  hund: ["Darf ich meinen Hund mitbringen?", "Kann ich meinen Hund mitbringen?"],
  zh: ["可以退款吗？", "我可以申请退款吗？"],
};
const bankOf = (entries: Record<string, readonly string[]>) =>
  createPhrasingBank(
    Object.entries(entries).map(([id, texts]) => ({
      id,
      phrasings: texts.map((text) => ({ text })),
    })),
  );
const bank = await bankOf(ENTRIES);
const answerTo = (question: string, among = bank) => {
  const [best] = matchQuestion(among, question);
  return best?.because === null ? best.entryId : null;
};

describe("the same question", () => {
  it.each(Object.entries(ENTRIES).flatMap(([id, texts]) => texts.map((text) => [text, id])))(
    "%s",
    (text, id) => {
      expect(answerTo(text)).toBe(id);
      expect(answerTo(text.toUpperCase().toLowerCase())).toBe(id);
    },
  );

  it.each([
    ["can i brnig my dog", "dogs"],
    ["Could I bring my dogs?", "dogs"],
    ["Is it possible to bring my dog to the course?", "dogs"],
    ["Hello, does Anna teach on Mondays please?", "anna"],
  ])("in other words: %s", (question, id) => expect(answerTo(question)).toBe(id));

  it.each([
    ["Can I bring my dog?", "Could I bring the dog, please?"],
    ["Can I bring my dog?", "Am I allowed to bring my dog?"],
    ["What are your opening hours?", "what are the opening hours"],
    ["How do I reset my password?", "Hi! How can I reset my password?"],
  ])("is known by one phrasing alone: %s, %s", async (text, question) => {
    expect(answerTo(question, await bankOf({ only: [text] }))).toBe("only");
  });

  it("belongs to no entry when two have it", async () => {
    const twice = await bankOf({ one: ["Can I bring my dog?"], other: ["Can I bring my dog?"] });
    expect(answerTo("Can I bring my dog?", twice)).toBeNull();
  });
});

/** What turns a question into another one, where it applies. */
const OPPOSITES: Record<string, (question: string) => string> = {
  "not behind the verb": (text) =>
    text.replace(
      /\b(can|may|does|do|are|is|must) (i|my \w+|you|anna|marta|the \w+|there)\b/i,
      "$1 $2 not",
    ),
  "contracted not": (text) => text.replace(/^(Can|Do|Does|Are|Is|Must)\b/i, "$1n't"),
  "not without an apostrophe": (text) => text.replace(/^(Can|Do|Does|Are|Is)\b/, "$1nt"),
  "another number": (text) => text.replace("14", "30"),
  "a number in words": (text) => text.replace("14", "thirty"),
  "another name": (text) => text.replace(/Anna|marta|Mirny/, "Olga"),
  "another name, small": (text) => text.replace(/Anna|marta|Mirny/, "olga"),
  "a name with another letter": (text) =>
    text.replace(/Anna|Mirny/, (name) => `${name.slice(0, -1)}e`),
  "the way back": (text) =>
    text.replace("Mirny", "@").replace("Kereva", "Mirny").replace("@", "Kereva"),
  "the other direction": (text) => text.replace("from Mirny to Kereva", "to Mirny from Kereva"),
  "an opposite word": (text) => text.replace("open", "closed").replace("before", "after"),
  "may for must": (text) => text.replace(/^(Do I have to|Must I)/, "May I"),
  "must for may": (text) => text.replace(/^(May|Can) I/, "Must I"),
  "another day": (text) => text.replace(/Mondays|Sundays|today/, "Fridays"),
  "German not": (text) => text.replace("Hund mit", "Hund nicht mit"),
  "Chinese not": (text) => text.replace("可以", "不可以"),
};

describe("an opposite question", () => {
  const pairs = Object.entries(OPPOSITES).flatMap(([how, change]) =>
    Object.values(ENTRIES)
      .flat()
      .map((text) => [how, change(text), text] as const)
      .filter(([, changed, text]) => changed !== text),
  );

  it.each(pairs)("never gets the answer (%s): %s", (_, question) => {
    expect(answerTo(question)).toBeNull();
  });

  it("never does, whichever other entries and phrasings there are", async () => {
    const anyEntries = fc.subarray(Object.keys(ENTRIES) as (keyof typeof ENTRIES)[], {
      minLength: 1,
    });
    await fc.assert(
      fc.asyncProperty(
        anyEntries,
        fc.constantFrom(...pairs),
        fc.nat(2),
        async (ids, [, question, text], cut) => {
          const some = Object.fromEntries(
            ids.map((id) => [id, ENTRIES[id].filter((each, at) => each === text || at >= cut)]),
          );
          expect(answerTo(question, await bankOf(some))).toBeNull();
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("what is asked besides", () => {
  it.each([
    ["Can I bring my dog?", "Can I bring my big dog?"],
    ["Who keeps the Ada light?", "Who keeps the light?"],
    ["What are your opening hours?", "What are your opening hours on Sunday?"],
    ["How do I reset my password?", "How do I reset?"],
    ["Cancel my order", "My order is cancelled"],
  ])("is not what one phrasing asks: %s, %s", async (text, question) => {
    expect(answerTo(question, await bankOf({ only: [text] }))).toBeNull();
  });

  it.each([
    "Can I bring my parrot?",
    "Can I bring my dog and my horse?",
    "Where can I bring my dog?",
    "How much is it to bring my dog?",
    "Does Anna teach?",
    "My refund was refused",
    "Are you open?",
    "",
    "???",
  ])("is not answered by the rest: %s", (question) => expect(answerTo(question)).toBeNull());

  it("survives any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(matchQuestion(bank, text).length).toBeLessThanOrEqual(3);
      }),
    );
  });
});
