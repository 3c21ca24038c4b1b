import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { extractTerms } from "../text/extract-terms.ts";
import { composeAnswer } from "./compose-answer.ts";
import type { EvidencePassage } from "./evidence.ts";
import { findQuote } from "./find-quote.ts";
import { quoteAnswer } from "./quote-answer.ts";

const handbook = [
  "Welcome\n\nThis handbook describes how we work. It applies to all employees of Acme Ltd.\n\nWorking hours\n\nOur core hours are from 10:00 to 15:00. Employees may choose when they start and finish outside of the core hours. Overtime must be agreed with your manager in advance.",
  "Holidays\n\nFull-time employees receive 25 days of paid leave each year. It does not include public holidays. Unused days may be carried over until 31 March of the following year.\n\nExpenses\n\nTravel expenses are refunded within 30 days. To be refunded, hand in:\n- the original receipt\n- the approval of your manager",
  "Equipment\n\nEvery employee is given a laptop. Capital purchases above 5,000 euros need the signature of a director. Lost devices must be reported within 24 hours to the IT desk.",
];

function ask(question: string, texts: readonly string[] = handbook) {
  const passages = texts.map((text): EvidencePassage => ({ text, title: "Handbook", score: 1 }));
  const answer = quoteAnswer({ question, passages, termWeight: measureIdf(texts) });
  return {
    ...answer,
    text: composeAnswer({ passages, sentences: answer.sentences }).text,
    passages,
  };
}

function measureIdf(texts: readonly string[]) {
  const sets = texts.map((text) => new Set(extractTerms(text)));
  return (term: string) => {
    const having = sets.filter((terms) => terms.has(term)).length;
    return Math.log(1 + (sets.length - having + 0.5) / (having + 0.5));
  };
}

describe("quoteAnswer in a twin of one page", () => {
  it.each([
    ["How many days of paid leave do I get?", "25 days of paid leave"],
    ["How much holiday do full-time staff receive?", "25 days of paid leave"],
    ["When must I report a lost device?", "within 24 hours"],
    ["Can unused days be carried over?", "until 31 March"],
    ["overtime", "agreed with your manager"],
    ["refunds?", "refunded"],
    ["WHAT ARE THE CORE HOURS", "from 10:00 to 15:00"],
  ])("answers %s", (question, expected) => {
    const { answered, text } = ask(question);
    expect(answered).toBe(true);
    expect(text).toContain(expected);
  });

  it.each([
    "What is the capital of Mongolia?",
    "what is the capital of mongolia",
    "Who won the world cup in 2014?",
    "How do I bake bread?",
    "What is the population of Germany?",
    "Wie hoch ist der Mount Everest?",
    "hello",
    "Hi there, how are you?",
    "thanks!",
    "What is it?",
    "?!",
    "",
  ])("declines %j without a sentence", (question) => {
    expect(ask(question)).toMatchObject({ answered: false, sentences: [] });
  });

  it.each(["What is the capital of Mongolia?", "Who won the world cup in 2014?", "hello"])(
    "declines %j of a single passage",
    (question) => {
      expect(ask(question, handbook.slice(2)).answered).toBe(false);
    },
  );
});

describe("quoteAnswer", () => {
  it("brings along the sentence that a leaning one leans on", () => {
    const { text } = ask("Does it include public holidays?");
    expect(text).toContain("25 days of paid leave each year. It does not include public holidays.");
  });

  it("quotes a list with the line that leads into it", () => {
    const { text } = ask("What do I have to hand in to be refunded?");
    expect(text).toContain(
      "To be refunded, hand in:\n- the original receipt\n- the approval of your manager",
    );
  });

  it("says nothing that only speaks of a part of what was asked elsewhere", () => {
    const page =
      "Inspect a colony when it is warm. There is little to see in rain. Nights are cold until May. A swarm leaves in June.\n\nPrices\n\nItem | Price\nNucleus colony | 180 €\nQueen | 42 €";
    expect(ask("What is the price of a nucleus colony?", [page]).text).toBe(
      "| Item | Price |\n| --- | --- |\n| Nucleus colony | 180 € |",
    );
  });

  const ferry = [
    "Ferry fares 2025\n\nA crossing costs £7 and takes forty minutes. Bicycles travel on the lower deck. The ferry carries 90 passengers.\n\nThe harbour bar was rebuilt in 2022. The bar serves soup, bread and cider until ten.",
  ];

  it.each([
    "How much does the soup at the bar cost?",
    "What does a crossing on the ferry cost in 2019?",
  ])("declines %j where the amount or the year is not told", (question) => {
    expect(ask(question, ferry).answered).toBe(false);
  });

  it.each([
    ["How many passengers does the ferry carry?", "90 passengers"],
    ["How long does a crossing take?", "forty minutes"],
    ["What does a crossing cost?", "£7"],
    ["When was the harbour bar rebuilt?", "2022"],
  ])("answers %j", (question, told) => {
    expect(ask(question, ferry).text).toContain(told);
  });

  const practice = [
    "Book a session by a message to desk@brook.example. The practice was opened in 2009. A session of 45 minutes costs 62 euros. We bill Helvana and Prima directly. \n\nThe back school\n\nThe back school is a course in a group. It takes place on Mondays. It costs 120 euros.\n\nParking\n\nThere are four places behind the house.",
  ];

  it.each([
    "What is the phone number of the practice?",
    "Who opened the practice?",
    "How much does parking cost?",
    "What does a session for children cost?",
    "Why do you bill Helvana directly?",
    "Is Helvana cheaper than Prima?",
  ])("declines %j where only something near it is told", (question) => {
    expect(ask(question, practice)).toMatchObject({ answered: false, sentences: [] });
  });

  it.each([
    ["What is your e-mail address for a session?", "desk@brook.example"],
    ["When was the practice opened?", "2009"],
    ["What does a session cost?", "62 euros"],
    ["Where can I park?", "behind the house"],
  ])("answers %j where it is told", (question, told) => {
    expect(ask(question, practice).text).toContain(told);
  });

  it("begins with no sentence that points back at another", () => {
    expect(ask("What does the back school cost?", practice).text).toContain(
      "The back school is a course in a group. It takes place on Mondays. It costs 120 euros.",
    );
  });

  it("quotes of a table the row that is asked for", () => {
    const page =
      "Berths\n\nLength | Summer, per night\nup to 8 m | £18\n8 to 12 m | £26\nover 12 m | £38";
    expect(ask("What does a berth over 12 m cost per night in summer?", [page]).text).toBe(
      "| Length | Summer, per night |\n| --- | --- |\n| over 12 m | £38 |",
    );
    expect(ask("What does a berth cost per night in winter?", [page]).answered).toBe(false);
  });

  it("says nothing twice when passages overlap", () => {
    const { text } = ask("Who signs capital purchases?", [
      handbook[2]!,
      handbook[2]!.replace("Equipment", "Purchases"),
    ]);
    expect(text.split("Capital purchases")).toHaveLength(2);
  });

  it("tells German war from English war", () => {
    const texts = [
      "The war ended in 1945. Peace was signed in Paris. The city had been destroyed.",
    ];
    expect(ask("When did the war end?", texts).text).toContain("The war ended in 1945.");
  });

  it("answers in scripts without spaces", () => {
    const texts = [
      "本店は月曜日に休みます。営業時間は午前九時から午後五時までです。駐車場は無料です。",
    ];
    expect(ask("営業時間は何時からですか", texts).text).toContain("午前九時から午後五時まで");
    expect(ask("モンゴルの首都はどこですか", texts).answered).toBe(false);
  });

  it("has nothing to say without passages", () => {
    expect(ask("How many days of leave?", [])).toMatchObject({ answered: false, confidence: 0 });
  });
});

test("whatever is quoted is found word for word, in order, at most once", () => {
  const token = fc.constantFrom(
    ..."paid leave days the of Acme non-refundable 1,250.50 −5 J. e.g. can't ﬁne 休暇 です。 วันลา 😀 ( ) “ ” - • : ! ? . \n \n\n".split(
      / /,
    ),
  );
  fc.assert(
    fc.property(fc.array(fc.array(token, { maxLength: 40 }), { maxLength: 4 }), (texts) => {
      const { sentences, passages } = ask(
        "paid leave days",
        texts.map((tokens) => tokens.join(" ")),
      );
      for (const { passage, start, end } of sentences) {
        const { text } = passages[passage]!;
        expect(findQuote(text, text.slice(start, end))).not.toBeNull();
      }
      const places = sentences.map(({ passage, start }) => `${passage}:${start}`);
      expect(new Set(places).size).toBe(places.length);
    }),
  );
});
