import { describe, expect, it } from "vitest";
import { polarityAgrees } from "./polarity-agrees.ts";

const agree: [string, string][] = [
  ["At night the pump does not run.", "The pump does not run at night."],
  ["The pump runs at night.", "The pump runs at night and does not stop at dawn."],
  ["Running it without oil is forbidden.", "Never run it without oil."],
  ["A bomba funciona no Brasil.", "A bomba funciona bem em casa e no Brasil."],
  ["De pomp draait nu.", "De pomp draait."],
  ["Die Pumpe läuft im Mai.", "Im Mai läuft die Pumpe."],
];

const disagree: [string, string][] = [
  ["The pump runs at dawn.", "The pump does not run at dawn."],
  ["They affect fungi.", "They target bacteria and do not affect fungi."],
  ["It runs without oil.", "It runs with oil."],
  ["La bomba funciona de noche.", "La bomba no funciona de noche."],
  ["La pompe marche la nuit.", "La pompe ne marche jamais la nuit."],
  ["A bomba funciona de noite.", "A bomba nunca funciona de noite."],
  ["Pompa merge noaptea si ziua.", "Pompa nu merge noaptea si ziua."],
  ["Pumpen går om natten.", "Pumpen går ikke om natten."],
  ["ポンプは夜に動く。", "ポンプは夜に動かない。"],
  ["It is safe.", "It is unsafe."],

  ["The earth is flat.", "It is a myth that the earth is flat."],
];

describe("polarityAgrees", () => {
  it.each(agree)("lets %j rest on %j", (claim, sentence) => {
    expect(polarityAgrees(claim, { clause: sentence, sentence })).toBe(true);
  });

  it.each(disagree)("does not let %j rest on %j", (claim, sentence) => {
    expect(polarityAgrees(claim, { clause: sentence, sentence })).toBe(false);
  });
});
