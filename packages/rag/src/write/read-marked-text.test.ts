import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createMarkedTextReader, type MarkedSentence } from "./read-marked-text.ts";

describe("createMarkedTextReader", () => {
  it("gives each sentence the marks that follow it, before or behind its full stop", () => {
    expect(
      read(
        "It runs at night ⟦1|runs at night⟧. It stops at dawn. ⟦2|stops at dawn⟧ ⟦3|dawn⟧\n\nEnd.",
      ),
    ).toEqual([
      { lead: "", text: "It runs at night.", marks: [mark(1, "runs at night")] },
      { lead: " ", text: "It stops at dawn.", marks: [mark(2, "stops at dawn"), mark(3, "dawn")] },
      { lead: "\n\n", text: "End.", marks: [] },
    ]);
  });

  it("gives a sentence as soon as the next has begun", () => {
    const reader = createMarkedTextReader();
    expect(reader.feed("It runs. ⟦1|runs⟧ It ")).toHaveLength(1);
  });

  it("reads the last mark, whatever white space is before it", () => {
    expect(read("It runs.\n ⟦1|it runs⟧")[0]!.marks).toEqual([mark(1, "it runs")]);
  });

  it("reads a mark on a line of its own, and one in the middle of a sentence", () => {
    const [first, second] = read("It runs at night.\n⟦1|at night⟧\nIt rests ⟦2|rests⟧ and sleeps.");
    expect(first).toMatchObject({ text: "It runs at night.", marks: [mark(1, "at night")] });
    expect(second).toMatchObject({ text: "It rests and sleeps.", marks: [mark(2, "rests")] });
  });

  it("keeps Markdown as it was written", () => {
    const answer =
      "## Pumps\n\nThere are **two. Kinds** of `pump. Run`:\n\n- First item\n- Second *item*\n\n1. One\n2. Two\n\n```js\nrun();\n\n// Stop. Now\n    stop();\n```\n\n| a | b |\n| - | - |";
    expect(join(read(answer))).toBe(answer);
    expect(texts(read(answer))).toContain("- First item");
  });

  const broken: [string, string, string][] = [
    ["unclosed", "It runs. ⟦1|runs at", "It runs."],
    ["unclosed before a paragraph", "It runs. ⟦1|runs\n\nIt stops.", "It runs.\n\nIt stops."],
    ["nested", "It runs. ⟦1|a ⟦2|b⟧ c⟧ It stops.", "It runs. c It stops."],
    ["empty", "It runs. ⟦⟧ It stops ⟦1|⟧.", "It runs. It stops."],
    ["without a number", "It runs. ⟦runs at night⟧", "It runs."],
    ["a stray closer", "It runs⟧. It stops.", "It runs. It stops."],
    [
      "foreign",
      "It runs【3†source】. It stops [1][^2]. It rests [1, 2].",
      "It runs. It stops. It rests.",
    ],
    ["foreign with a sentence inside", "It runs [[1|He said. Then it]]. Stop.", "It runs. Stop."],
  ];
  it.each(broken)("shows nothing of a mark that is %s", (_, answer, shown) => {
    expect(join(read(answer))).toBe(shown);
  });

  it("takes the quoting marks of models that cannot write ours", () => {
    expect(read("It runs [1|runs at night].")[0]!.marks).toEqual([mark(1, "runs at night")]);
    expect(read("It runs 〚2: “at night”〛.")[0]!.marks).toEqual([mark(2, "at night")]);
  });

  it("leaves numbers in brackets within code and links alone", () => {
    const answer = "Use `list[1]` or see [1](https://example.org).";
    expect(join(read(answer))).toBe(answer);
  });

  it("knows that the passages do not answer, and drops what a cut left without an end", () => {
    const reader = createMarkedTextReader();
    reader.feed("⟦none⟧");
    expect(reader.declined()).toBe(true);
    const cut = createMarkedTextReader();
    const given = cut.feed("It runs. It stops at");
    expect(texts([...given, ...cut.end({ isCut: true })])).toEqual(["It runs."]);
  });

  it("gives the same for any split, shows no mark, and holds little", () => {
    const piece = fc.constantFrom(
      ..."⟦ ⟧ 〚 〛 1| none [ [[ ]] 【3† 】 . ! : , \n \n\n - ` ``` ** Word word 25 😀 。 日本 [1] e.g. ⟦1|word⟧".split(
        " ",
      ),
      " ",
      "\n",
    );
    const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(text, fc.infiniteStream(fc.integer({ min: 1, max: 7 })), (answer, sizes) => {
        const whole = read(answer);
        expect(readSplit(answer, sizes)).toEqual(whole);
        expect(join(whole)).not.toMatch(/[⟦⟧〚〛]/);
      }),
      { numRuns: 500 },
    );
  });

  it("bounds what it holds of an answer without an end", () => {
    for (const endless of [
      "word ".repeat(20_000),
      "x".repeat(100_000),
      "\n".repeat(100_000),
      `⟦${"1|a".repeat(50_000)}`,
    ]) {
      const reader = createMarkedTextReader();
      reader.feed(endless);
      expect(join(reader.end({ isCut: false })).length).toBeLessThanOrEqual(4_000);
    }
  });
});

function mark(passageNumber: number, quote: string) {
  return { passageNumber, quote };
}

function read(answer: string): MarkedSentence[] {
  const reader = createMarkedTextReader();
  return [...reader.feed(answer), ...reader.end({ isCut: false })];
}

function readSplit(answer: string, sizes: Iterator<number>): MarkedSentence[] {
  const reader = createMarkedTextReader();
  const sentences: MarkedSentence[] = [];
  for (let at = 0; at < answer.length; ) {
    const size: number = sizes.next().value;
    sentences.push(...reader.feed(answer.slice(at, at + size)));
    at += size;
  }
  return [...sentences, ...reader.end({ isCut: false })];
}

function join(sentences: readonly MarkedSentence[]): string {
  return sentences.map(({ lead, text }) => lead + text).join("");
}

function texts(sentences: readonly MarkedSentence[]): string[] {
  return sentences.map(({ text }) => text);
}
