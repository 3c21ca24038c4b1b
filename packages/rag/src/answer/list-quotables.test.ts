import { describe, expect, it } from "vitest";
import { listQuotables } from "./list-quotables.ts";

function list(text: string, headings: string[] = []) {
  return listQuotables({ text, title: "Handbook", headings, score: 1 });
}

describe("listQuotables", () => {
  it("leaves out headings, named or told by their shape, and markup", () => {
    const quotables = list(
      "Handbook\n\n# Leave\n\nPaid leave\n\nYou get 25 days.\n\n3.2 Sick leave\n\nTell us by nine.",
      ["3.2 Sick leave"],
    );
    expect(quotables.map(({ text }) => text)).toEqual(["You get 25 days.", "Tell us by nine."]);
  });

  it("leaves out table crumbs, addresses and page numbers", () => {
    const quotables = list(
      "12 | 45 | 3,400 | A\n\n17\n\nSee.\n\nhttps://example.com/a/long/address\n\nWe sell bikes.",
    );
    expect(quotables.map(({ text }) => text)).toEqual(["We sell bikes."]);
  });

  it("takes each row of a table, under the names of its columns, and not these", () => {
    const quotables = list(
      "Year | Turnover of the whole company\n2023 | 1,200\n2024 | 1,350\n\nWe grew.",
      ["Figures"],
    );
    expect(quotables.map(({ text, head }) => [text, head?.text])).toEqual([
      ["2023 | 1,200", "Figures\nYear\nTurnover of the whole company"],
      ["2024 | 1,350", "Figures\nYear\nTurnover of the whole company"],
      ["We grew.", "Figures"],
    ]);
  });

  it("knows the names of columns by a figure in some of them, and by more words than a few", () => {
    const rows =
      "Ride | Grown-ups | Children 4–15\nOne way | 6.20 | 3.40\nThere and back with a bicycle | 9 | 5";
    expect(list(rows).map(({ head }) => head?.text.split("\n").at(-1))).toEqual([
      "Children 4–15",
      "Children 4–15",
    ]);
    expect(
      list("Monday | closed\nTuesday | 10:00\nFriday | 9 to 5").map(({ text }) => text),
    ).toContain("Tuesday | 10:00");
  });

  it("takes numbered and dated headings for no items and no facts", () => {
    const text =
      "4. Service credits\n\n4.1 You may claim a credit.\n\n§ 5 Rehearsals\n\n(1) We meet on Thursdays.\n\nPrices 2025\n\nA ride is dear.\n\n1. Bring a towel\n\n2. Bring a cap\n\nThat is all.";
    expect(list(text).map((each) => each.text)).toEqual([
      "4.1 You may claim a credit.",
      "(1) We meet on Thursdays.",
      "A ride is dear.",
      "Bring a towel",
      "Bring a cap",
      "That is all.",
    ]);
  });

  it("leaves out the tail of a sentence that began in another passage", () => {
    const quotables = list("of the fee is kept. The rest is refunded. It takes a week.");
    expect(quotables.map(({ text }) => text)).toEqual([
      "The rest is refunded.",
      "It takes a week.",
    ]);
  });

  it("keeps texts that never use capitals", () => {
    expect(list("we open at nine. we close at five.")[0]?.start).toBe(0);
  });

  it("ties list items to the line that leads into them, without their bullets", () => {
    const quotables = list("You need:\n- a passport\n- two photographs\n\nIt takes a week.");
    expect(quotables.map(({ kind, leadIn, text }) => ({ kind, leadIn, text }))).toEqual([
      { kind: "lead_in", leadIn: null, text: "You need:" },
      { kind: "item", leadIn: 0, text: "a passport" },
      { kind: "item", leadIn: 0, text: "two photographs" },
      { kind: "sentence", leadIn: null, text: "It takes a week." },
    ]);
  });

  it("takes no initial for a bullet", () => {
    expect(list("J. Smith founded the firm. He was twenty.")[0]?.text).toBe(
      "J. Smith founded the firm.",
    );
  });

  it.each(["It opens at nine.", "Sie gilt ab Mai.", "Это верно для всех.", "これは重要です。"])(
    "sees that %s leans on what came before",
    (text) => expect(list(text)[0]?.leans).toBe(true),
  );

  it("takes Italy for no pronoun", () => {
    expect(list("Italy is in Europe.")[0]?.leans).toBe(false);
  });
});
