import { expect, it } from "vitest";
import { checkSentence } from "./check-sentence.ts";

function statusOf(text: string, source: string, quote = source): string {
  const passages = [{ title: "Source", text: source }];
  return checkSentence({ text, marks: [{ passageNumber: 1, quote }], passages, question: "" })
    .status;
}

it.each<[claim: string, source: string]>([
  ["Doctors recommend the vaccine.", "Some doctors recommend the vaccine."],
  ["The vaccine is recommended by doctors.", "Some doctors recommend the vaccine."],
  ["Many doctors recommend the vaccine.", "Some doctors recommend the vaccine."],
  ["Most doctors recommend the vaccine.", "Many doctors recommend the vaccine."],
  ["Doctors recommend the vaccine.", "A few doctors recommend the vaccine."],
  ["Rooms have a balcony.", "Several rooms have a balcony."],
  ["The rooms have a balcony.", "Some of the rooms have a balcony."],
  ["Guests arrive by train.", "Half of the guests arrive by train."],
  ["Guests arrive by train.", "40 % of guests arrive by train."],
  ["The trains are always late.", "The trains are often late."],
  ["All rooms have a balcony.", "Most rooms have a balcony."],
  ["Every room has a balcony.", "Some rooms have a balcony."],
  ["The pump leaks.", "The pump sometimes leaks."],
  ["The pump often leaks.", "The pump sometimes leaks."],
  ["The pump leaks in winter.", "Occasionally the pump leaks in winter."],
  ["Delivery takes three days.", "Delivery usually takes three days."],
  ["Ärzte empfehlen die Impfung.", "Einige Ärzte empfehlen die Impfung."],
  ["Die Pumpe leckt im Winter.", "Die Pumpe leckt manchmal im Winter."],
  ["Les médecins recommandent le vaccin.", "Certains médecins recommandent le vaccin."],
  ["Los médicos recomiendan la vacuna.", "Algunos médicos recomiendan la vacuna."],
  ["We will close early on Fridays.", "We may close early on Fridays."],
  ["The shop will close on Fridays.", "The shop might close on Fridays."],
  ["The shop closes on Fridays.", "The shop might close on Fridays."],
  ["Milk causes a rash.", "Milk may cause a rash."],
  ["Smoking causes cough.", "Smoking can cause cough."],
  ["The valve is hot.", "The valve may be hot."],
  ["The parcel is lost.", "The parcel is probably lost."],
  ["The bridge opens in May.", "The bridge is expected to open in May."],
  ["The bridge will open in May.", "The bridge is likely to open in May."],
  ["You must wear a helmet.", "You should wear a helmet."],
  ["A helmet is mandatory.", "A helmet is recommended."],
  ["Visitors need to book ahead.", "Visitors should book ahead."],
  ["Staff must work at home.", "Staff may work at home."],
  ["Die Milch verursacht Ausschlag.", "Die Milch kann Ausschlag verursachen."],
  ["Man muss einen Helm tragen.", "Man sollte einen Helm tragen."],
  ["Le lait provoque une allergie.", "Le lait peut provoquer une allergie."],
])("does not rest %j on %j", (claim, source) => {
  expect(statusOf(claim, source)).toBe("unsupported");
});

it.each<[claim: string, source: string]>([
  ["Some doctors recommend the vaccine.", "Some doctors recommend the vaccine."],
  ["The vaccine is recommended by some doctors.", "Some doctors recommend the vaccine."],
  ["There are doctors who recommend the vaccine.", "Some doctors recommend the vaccine."],
  ["Several doctors recommend the vaccine.", "Some doctors recommend the vaccine."],
  ["A few rooms have a balcony.", "Some rooms have a balcony."],
  ["We offer rooms with a balcony.", "Some rooms have a balcony."],
  ["You can get a room with a balcony.", "Some rooms have a balcony."],
  ["Water is added to the dough.", "Add some water to the dough."],
  ["Half of the guests arrive by train.", "Half of the guests arrive by train."],
  ["Of the guests, 40 % arrive by train.", "40 % of guests arrive by train."],
  ["Many guests arrive by train.", "Many guests arrive by train."],
  ["Some guests arrive by train.", "Many guests arrive by train."],
  ["Trains are frequently late.", "The trains are often late."],
  ["The pump can leak.", "The pump sometimes leaks."],
  ["Now and then the pump leaks.", "The pump sometimes leaks."],
  ["Call us if the pump leaks.", "The pump sometimes leaks. Call us then."],
  ["The pump weighs 5 kg.", "The pump weighs 5 kg and sometimes leaks."],
  ["Delivery takes about three days.", "Delivery usually takes three days."],
  ["Typically, delivery takes three days.", "Delivery usually takes three days."],
  ["As a rule, delivery takes three days.", "Delivery usually takes three days."],
  ["Manche Ärzte empfehlen die Impfung.", "Einige Ärzte empfehlen die Impfung."],
  ["Im Winter leckt die Pumpe gelegentlich.", "Die Pumpe leckt manchmal im Winter."],
  ["Quelques médecins recommandent le vaccin.", "Certains médecins recommandent le vaccin."],
  ["La vacuna la recomiendan algunos médicos.", "Algunos médicos recomiendan la vacuna."],
  ["We might close early on Fridays.", "We may close early on Fridays."],
  ["It is possible that we close early on Fridays.", "We may close early on Fridays."],
  ["Milk can cause a rash.", "Milk may cause a rash."],
  ["A rash is a possible result of milk.", "Milk may cause a rash."],
  ["Children swim for free.", "Children may swim for free."],
  ["Dogs are welcome in the garden.", "Dogs may be brought into the garden."],
  ["Cards are accepted.", "You can pay by card, for cards are accepted."],
  ["Pay by card.", "You can pay by card."],
  ["Take the bus to the station.", "You can take the bus to the station."],
  ["You will be able to pay by card.", "You can pay by card."],
  [
    "If you cancel within 14 days, you will get the deposit back.",
    "You may cancel within 14 days, and then you get the deposit back.",
  ],
  [
    "The bridge is due to open in May and likely to be on time.",
    "The bridge is likely to open in May.",
  ],
  ["The bridge should open in May.", "The bridge is expected to open in May."],
  ["Wear a helmet.", "You should wear a helmet."],
  ["It is advisable to wear a helmet.", "You should wear a helmet."],
  ["Visitors are advised to book ahead.", "Visitors should book ahead."],
  ["You must book, and you should come early.", "You must book, and you should come early."],
  ["Man sollte einen Helm tragen.", "Es ist ratsam, einen Helm zu tragen."],
  ["Milch kann einen Ausschlag auslösen.", "Die Milch kann Ausschlag verursachen."],
  ["The shop opens on May 3.", "The shop opens on 3 May."],
])("rests %j on %j", (claim, source) => {
  expect(statusOf(claim, source)).toBe("supported");
});

it("reads the hedge from what the quote leaves out of its clause", () => {
  const source = "Some doctors recommend the vaccine. Milk may cause a rash.";
  expect(statusOf("Doctors recommend the vaccine.", source, "doctors recommend the vaccine")).toBe(
    "unsupported",
  );
  expect(statusOf("Milk causes a rash.", source, "cause a rash")).toBe("unsupported");
});
