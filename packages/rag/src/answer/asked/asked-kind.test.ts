import { describe, expect, it } from "vitest";
import { findAskedKind } from "./asked-kind.ts";
import { tellsKind } from "./tells-kind.ts";

describe("what a question asks for", () => {
  it.each([
    ["What is the phone number of the harbour office?", "phone"],
    ["Does the office have a website?", "website"],
    ["Wie lautet die E-Mail-Adresse für Anfragen?", "email"],
    ["How many tickets were sold?", "count"],
    ["How much does the annual plan cost?", "price"],
    ["Was kostet der Ausweis?", "price"],
    ["What's the fee for a lesson?", "price"],
    ["How long is a home visit?", "extent"],
    ["Wie oft trifft sich der Club?", "frequency"],
    ["Is the lifeboat faster than the ferry?", "comparison"],
    ["Who founded the museum?", "person"],
    ["What is the name of the harbour master?", "name"],
    ["Where is the office?", "place"],
    ["In what year was it built?", "year"],
    ["When was it built?", "time"],
    ["Warum wurde es gebaut?", "reason"],
  ] as const)("%s", (question, kind) => {
    expect(findAskedKind(question)).toBe(kind);
  });

  it.each([
    "What happens to e-mail addresses?",
    "How do I change my phone number?",
    "What is the name of the ship?",
    "It was decided how many boats sail",
    "When visitors ask twice, what happens?",
    "When should I use a comma?",
    "Where do I change my password?",
    "Wo kann ich mein Passwort ändern?",
    "Who can I ask about an invoice?",
    "Who is this course for?",
    "What does the price include?",
    "Hoeveel kost een kaartje?",
    "博物馆什么时候开放？",
  ])("is open of %s", (question) => {
    expect(findAskedKind(question)).toBeNull();
  });
});

describe("what a text tells", () => {
  it.each([
    ["phone", "Call 0555 010 200.", "Built in 1874, restored in 2011."],
    ["phone", "In an emergency dial 112.", "Room 112 is closed."],
    ["email", "Write to desk@brook.example.", "Write an e-mail to the desk."],
    ["website", "Book at brook-lane.example.", "It is open. The desk helps."],
    ["count", "It has 140 berths.", "It opened in 1946 at 9:30 and costs £20."],
    ["extent", "It takes thirty-five minutes.", "It costs 25 euros after an operation."],
    ["extent", "Its hull is 14 m long.", "It leaves at pier 3."],
    ["size", "The basin is four metres deep.", "The office is at 3 Quay Street."],
    ["person", "It was founded by volunteers.", "The practice was opened in 2009."],
    ["person", "Die Leitung hat Karin Dorn.", "Das Haus wurde 1923 am Platz gebaut."],
    ["name", "The harbour master is Tom Reed.", "It needs the harbour master's consent."],
    ["place", "It stands near the mill.", "The club meets on the first Monday."],
    ["year", "It was built in 1874.", "It was built by volunteers."],
    ["time", "Sie beginnt im Mai.", "Sie besitzt alte Karten."],
    ["time", "A relief boat leaves Mirny at seven.", "A relief boat leaves Mirny."],
    ["reason", "Closed because of a storm.", "We bill two insurers directly."],
    ["comparison", "A visit costs 5 euros more.", "We work with two insurers."],
  ] as const)("%s: %s, and not: %s", (kind, telling, other) => {
    expect([tellsKind(telling, kind), tellsKind(other, kind)]).toEqual([true, false]);
  });

  it("is not judged in a script whose words are not known", () => {
    expect(tellsKind("Музей основан купцом.", "time")).toBe(true);
    expect(tellsKind("博物馆由商人创立。", "person")).toBe(true);
  });
});
