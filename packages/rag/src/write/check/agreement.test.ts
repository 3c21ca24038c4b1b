import { expect, it } from "vitest";
import { checkSentence } from "./check-sentence.ts";

type Row = [claim: string, source: string, question?: string];

function statusOf([text, source, question = ""]: Row, quote = source): string {
  const passages = [{ title: "Source", text: source }];
  return checkSentence({ text, marks: [{ passageNumber: 1, quote }], passages, question }).status;
}

const TABLE = "Plan | Price | Storage\nSolo | $8 | 2 GB\nDuo | $14 | 30 GB";
const LISTS = "Part of Silver:\n- towels\n- a locker\n\nPart of Gold:\n- the sauna\n- massages";

it.each<Row>([
  ["Sales rose to €2.5bn.", "Sales rose to 2.5 million euros."],
  ["Sales rose to 2.5 euros.", "Sales rose to 2.5 million euros."],
  ["Der Umsatz stieg auf 2,5 Milliarden Euro.", "Sales rose to 2.5 million euros."],
  ["Sales rose to 2.5 million dollars.", "Sales rose to 2.5 million euros."],
  ["Rents fell by 2 percent.", "Rents fell by 2 percentage points."],
  ["Give 5 g of it.", "Give 5 mg of it."],
  ["Give it once a day.", "Give it twice a day."],
  ["Give it twice a week.", "Give it twice a day."],
  ["Wait at most 14 days.", "Wait at least 14 days."],
  ["Return it after 30 days.", "Return it within 30 days."],
  ["Children take more than 5 mg.", "Children take at most 5 mg."],
  ["Gäste singen mindestens dreimal mit.", "Gäste singen höchstens dreimal mit."],
  ["It was signed on 04/03/2021.", "It was signed on 03/04/2021."],
  ["It was signed on 2021-04-03.", "It was signed on 4 March 2021."],
  ["Give 20 mg for pain.", "Give 20 to 30 mg for pain."],
  ["The desk is open from 17 to 9.", "The desk is open from 9 to 17."],
  ["Adults pay 60 euros.", "Adults pay 120 euros, students pay 60 euros."],
  ["We promise 99.95 % for Basic.", "We promise 99.9 % for Basic and 99.95 % for Plus."],
  ["We promise 99.95 % for Basic.", "3.1 We promise 99.9 % for Basic and 99.95 % for Plus."],
  ["Children under 12 swim free.", "Children under 8 swim free.", "Do those under 12 swim free?"],
  ["Peter Falk sued Carl Holm.", "Anna Berg sued Carl Holm.", "Did Peter Falk sue Carl Holm?"],
])("numbers: does not rest %j on %j", (...row) => {
  expect(statusOf(row)).toBe("unsupported");
});

it.each<Row>([
  ["You may drive.", "You may drive unless you feel dizzy."],
  ["No data leaves the house.", "No data leaves the house unless you turn it on."],
  ["Keep everything in the fridge.", "Keep everything in the fridge except syrup."],
  ["Smoking is tolerated.", "Smoking is rarely tolerated."],
  ["All trains stop here.", "Most trains stop here."],
  ["Trained staff open the valve.", "Only trained staff open the valve."],
  ["Only members bring guests.", "Members bring guests."],
  ["Staff must work at home.", "Staff may work at home."],
  ["Visitors may wear helmets.", "Visitors must wear helmets."],
  ["La carte est acceptée pour les groupes.", "La carte n'est acceptée que pour les groupes."],
  ["L'eau est potable en juin.", "L'eau n'est plus potable en juin."],
  ["Les vélos sont admis ici.", "Ici les vélos sont interdits."],
])("qualifiers: does not rest %j on %j", (...row) => {
  expect(statusOf(row)).toBe("unsupported");
});

it.each<Row>([
  ["Carl Holm sued Anna Berg in Oslo.", "Anna Berg sued Carl Holm in Oslo."],
  ["Wear a helmet and pay a deposit.", "Wear a helmet."],
  ["Paper is fetched on Tuesdays.", "Waste is fetched on Tuesdays, paper on every other Thursday."],
  ["Families get in free.", "Children get in free; families pay at the desk."],
  ["Wear a helmet, and the park shuts in winter.", "Wear a helmet."],
  ["Wear a hеlmet or a hat.", "Wear a helmet or a hat."],
  ["Run `rm -rf data` first.", "Run `rm -rf build` first. Never run `rm -rf data` at all."],
])("words: does not rest %j on %j", (claim, source) => {
  expect(statusOf([claim, source], source.split(". ")[0]!)).toBe("unsupported");
});

it.each([
  ["Solo costs $14.", TABLE, "Duo | $14 | 30 GB"],
  ["Solo costs $14.", TABLE, "Solo | $8 | 2 GB\nDuo | $14 | 30 GB"],
  ["Duo has a storage of 14 GB.", TABLE, "Duo | $14 | 30 GB"],
  ["The price of Duo is $30.", TABLE, "Duo | $14 | 30 GB"],
  ["Silver has massages.", LISTS, "- massages"],
  ["Silver has the sauna and massages.", LISTS, "Part of Gold:\n- the sauna\n- massages"],
])("places: does not rest %j on a line of another", (claim, source, quote) => {
  expect(statusOf([claim, source], quote)).toBe("unsupported");
});

it.each([
  ["Duo costs $14 and has 30 GB.", TABLE, "Duo | $14 | 30 GB"],
  ["The storage of Duo is 30 GB.", TABLE, "Duo | $14 | 30 GB"],
  ["Gold has the sauna and massages.", LISTS, "Part of Gold:\n- the sauna\n- massages"],
])("rests %j on its own line", (claim, source, quote) => {
  expect(statusOf([claim, source], quote)).toBe("supported");
});

it.each<Row>([
  ["Sales rose to €2.5m.", "Sales rose to 2.5 million euros."],
  ["Sales rose to 2,500,000 euros.", "Sales rose to 2.5 million euros."],
  ["Give 5mg of it.", "Give 5 mg of it."],
  ["Stand 5 metres away.", "Stand 5 m away."],
  ["Children take no more than 5 mg.", "Children take at most 5 mg."],
  ["It was signed on March 4, 2021.", "It was signed on 4 March 2021."],
  ["It was signed on 2021-03-04.", "It was signed on 4 March 2021."],
  ["Give 20–30 mg for pain.", "Give 20 to 30 mg for pain."],
  ["Give up to 30 mg for pain.", "Give 20 to 30 mg for pain."],
  ["Students pay 60 euros.", "Adults pay 120 euros, students pay 60 euros."],
  ["The hall is heated to 28 °C.", "The hall is 25 metres long and heated to 28 °C."],
  ["No, members pay 12 euros.", "Members pay 12 euros.", "Is it free?"],
  ["With 40 euros you can get in, it costs 12 euros.", "It costs 12 euros.", "I have 40 euros."],
  ["You may drive unless you feel dizzy.", "You may drive unless you feel dizzy."],
  ["Staff are allowed to work at home.", "Staff may work at home."],
  ["Visitors have to wear helmets.", "Visitors must wear helmets."],
  ["Carl Holm was sued by Anna Berg in Oslo.", "Anna Berg sued Carl Holm in Oslo."],
  ["Les chiens dorment dehors, mais pas dedans.", "Les chiens dorment dehors, mais pas dedans."],
  ["La carte est acceptée seulement en été.", "La carte n'est acceptée qu'en été."],
])("rests %j on %j", (...row) => {
  expect(statusOf(row)).toBe("supported");
});

it.each(["The pool is free:", "## Dogs can come in", "Le bain est gratuit :"])(
  "does not take %j for a heading",
  (text) => {
    const question = "Is the pool free, can dogs come in, le bain est gratuit ?";
    const check = checkSentence({ text, marks: [], passages: [], question });
    expect(check.status).toBe("unsupported");
  },
);

it.each([
  ["It is paid at night within 14 days.", "halves of two statements"],
  ["The pump runs within 14 days of receiving the goods.", "a statement that goes on as another"],
  ["The pump is lethal and runs at night.", "what it is said to be beside what it does"],
])("does not rest %j on two passages: %s", (text) => {
  const passages = [
    { title: "Manual", text: "The pump runs at night." },
    { title: "Policy", text: "The refund is paid within 14 days of receiving the goods." },
  ];
  const marks = passages.map((passage, index) => ({
    passageNumber: index + 1,
    quote: passage.text,
  }));
  expect(checkSentence({ text, marks, passages, question: "" }).status).toBe("unsupported");
  const whole = "The pump runs at night, and the refund is paid within 14 days.";
  expect(checkSentence({ text: whole, marks, passages, question: "" }).status).toBe("supported");
});
