import { describe, expect, it } from "vitest";
import { weighQuestion } from "./weigh-question.ts";

function weigh(question: string, sample: string[] = []) {
  return weighQuestion({ question, sample, termWeight: () => 2 });
}

function subjects(question: string, sample?: string[]): string[] {
  return weigh(question, sample)
    .words.filter(({ isSubject }) => isSubject)
    .map(({ text }) => text);
}

describe("weighQuestion", () => {
  it.each([
    ["What is the capital of Mongolia?", ["capit", "mongolia"]],
    ["Was ist die Hauptstadt der Mongolei?", ["hauptstadt", "mongolei"]],
    ["Какая столица у Монголии?", ["столица", "у", "монголии"]],
    ["蒙古的首都是什么？", ["蒙古", "首都"]],
    ["How is it?", []],
    ["How long is the trial?", ["trial"]],
    ["Wie oft läuft die Pumpe?", ["lauft", "pump"]],
    ["Is there a long trial?", ["long", "trial"]],
    ["", []],
  ])("knows what %j is about", (question, expected) => {
    expect(subjects(question)).toEqual(expected);
  });

  it("takes the language of the sources where a question is too short to tell", () => {
    expect(subjects("war", ["the", "city", "of", "which"])).toEqual(["war"]);
    expect(subjects("war", ["die", "stadt", "und", "der"])).toEqual([]);
  });

  it("joins syllables where a space parts no words", () => {
    expect(subjects("Ai là tác giả của cuốn sách này?")).toContain("tac gia");
  });

  it("weighs function words least and repeats nothing", () => {
    const { words, totalWeight } = weigh("the law and the order");
    expect(words.map(({ text }) => text)).toEqual(["the", "law", "and", "order"]);
    expect(words[0]!.weight).toBeLessThan(words[1]!.weight);
    expect(totalWeight).toBeCloseTo(words.reduce((sum, { weight }) => sum + weight, 0));
  });

  it("keeps a pasted page to its weightiest words, in order", () => {
    const page = Array.from({ length: 500 }, (_, index) => `word${index}`).join(" of the ");
    const { words } = weigh(page);
    expect(words).toHaveLength(64);
    expect(words.every(({ isSubject }) => isSubject)).toBe(true);
  });
});
