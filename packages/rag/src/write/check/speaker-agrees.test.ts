import { expect, it } from "vitest";
import { checkSentence } from "./check-sentence.ts";

function statusOf(text: string, source: string, quote = source): string {
  const passages = [{ title: "Source", text: source }];
  return checkSentence({ text, marks: [{ passageNumber: 1, quote }], passages, question: "" })
    .status;
}

it.each<[claim: string, source: string]>([
  ["The spray is safe.", "The maker says that the spray is safe."],
  ["The spray is safe for children.", "The maker claims the spray is safe for children."],
  ["The spray is safe.", "According to the maker, the spray is safe."],
  ["The spray is safe.", "The spray is safe, says the maker."],
  ["The spray is safe.", "The spray is said to be safe."],
  ["The spray is safe.", "The spray is allegedly safe."],
  ["The spray is safe.", "Critics argue that the spray is safe."],
  ["Das Spray ist sicher.", "Der Hersteller behauptet, das Spray ist sicher."],
  ["Das Spray ist sicher.", "Laut dem Hersteller ist das Spray sicher."],
  ["Le spray est sûr.", "Selon le fabricant, le spray est sûr."],
  ["El spray es seguro.", "El fabricante dice que el spray es seguro."],
])("does not rest %j on %j", (claim, source) => {
  expect(statusOf(claim, source)).toBe("unsupported");
});

it.each<[claim: string, source: string]>([
  ["The maker says the spray is safe.", "The maker says that the spray is safe."],
  ["The spray is safe, according to the maker.", "The maker says that the spray is safe."],
  ["The maker considers the spray safe.", "The maker says that the spray is safe."],
  ["In the maker's view the spray is safe.", "The maker claims that the spray is safe."],
  ["It costs 5 euros.", "The maker says that the spray is safe, and it costs 5 euros."],
  ["Sleep matters.", "We believe that sleep matters."],
  ["Sleep matters for learning.", "I think that sleep matters for learning."],
  [
    "Deposits are returned within 14 days.",
    "The law says that deposits are returned within 14 days.",
  ],
  ["Sleep helps learning.", "Studies show that sleep helps learning."],
  ["Claims are paid within 14 days.", "Insurance claims are paid within 14 days."],
  ["They are paid within 14 days.", "Insurance claims are paid within 14 days."],
  ["Prices depend on the size.", "Prices vary according to the size."],
  ["The spray is supposedly safe.", "The spray is allegedly safe."],
  ["Critics hold the view that the spray is safe.", "Critics argue that the spray is safe."],
  [
    "Nach Angaben des Herstellers ist das Spray sicher.",
    "Der Hersteller behauptet, das Spray ist sicher.",
  ],
  ["D'après le fabricant, le spray est sûr.", "Selon le fabricant, le spray est sûr."],
  ["El spray es seguro según el fabricante.", "El fabricante dice que el spray es seguro."],
  [
    "Guests who were overcharged can complain.",
    "Guests who believe they were overcharged can complain.",
  ],
  ["Les prix varient.", "Les prix varient selon la taille."],
])("rests %j on %j", (claim, source) => {
  expect(statusOf(claim, source)).toBe("supported");
});

it("reads who says it from all of the sentence, though the quote leaves that out", () => {
  const source = "The maker says that the spray is safe for children.";
  expect(
    statusOf("The spray is safe for children.", source, "the spray is safe for children"),
  ).toBe("unsupported");
  const told = `${source} The spray is safe for children, as tests show.`;
  const quote = "The spray is safe for children, as tests show";
  expect(statusOf("The spray is safe for children.", told, quote)).toBe("supported");
});

it("lets a twin say as its own what its sources have it say", () => {
  const source = "Dr. Weber says that sleep matters.";
  const check = (author: string) =>
    checkSentence({
      text: "Sleep matters.",
      marks: [{ passageNumber: 1, quote: source }],
      passages: [{ title: "Interview", text: source }],
      question: "",
      author,
    }).status;
  expect(check("Anna Weber")).toBe("supported");
  expect(check("Carl Holm")).toBe("unsupported");
});
