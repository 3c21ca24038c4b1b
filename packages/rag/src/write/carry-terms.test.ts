import { describe, expect, it } from "vitest";
import { carryTerms } from "./carry-terms.ts";

const follows: [string, string, string[]][] = [
  ["How do I clean the pump?", "How often should I do it?", ["pump", "clean"]],
  ["What is the refund policy?", "How long does it take?", ["refund", "policy"]],
  ["What is the refund policy?", "And for digital goods?", ["refund", "policy"]],
  ["How do I clean the pump?", "Is it safe to do it daily?", ["pump"]],
  ["What is the refund policy?", "Does that take long?", ["refund"]],
  ["Tell me about the Pro plan", "What about the price?", ["pro", "plan"]],
  ["Tell me about the Pro plan", "What is the price?", ["pro", "plan"]],
  ["Who founded Acme?", "When was he born?", ["acme"]],
  ["Do you ship to Norway?", "Why?", ["norway", "ship"]],
  ["Do you ship to Norway?", "Sweden?", ["norway"]],
  ["Wie reinige ich die Pumpe?", "Wie oft muss ich das machen?", ["pumpe", "reinige"]],
  ["Quel est le prix du forfait Pro ?", "Et pour les étudiants ?", ["forfait"]],
  ["¿Cuánto cuesta el plan Pro?", "¿Y para estudiantes?", ["plan"]],
  ["水泵怎么清洗？", "它多久一次？", ["水泵"]],
];

const standalone: [string, string][] = [
  ["How do I clean the pump?", "What is the capital of Mongolia?"],
  ["How do I clean the pump?", "Is it true that refunds take two weeks?"],
  ["How do I clean the pump?", "If a valve leaks, how do I fix it?"],
  ["How do I clean the pump?", "Who is Ada Lovelace?"],
  ["How do I clean the pump?", "When is it too cold to swim?"],
  ["How do I clean the pump?", "How long does it take to get a refund?"],
  ["How do I clean the pump?", "Is there a plan that renews?"],
  ["Wie reinige ich die Pumpe?", "Ist es möglich, per Rechnung zu zahlen?"],
  ["Comment nettoyer la pompe ?", "Est-il possible de payer par facture ?"],
  ["How do I clean the pump?", "What is Understudy?"],
  ["How do I clean the pump?", "Which payment methods do you accept?"],
  ["Wie reinige ich die Pumpe?", "Wie hoch ist die Versandgebühr nach Norwegen?"],
  ["Wie reinige ich die Pumpe?", "Welche Zahlungsarten werden akzeptiert?"],
  ["Comment nettoyer la pompe ?", "Quels sont les frais de livraison ?"],
  ["¿Cómo limpio la bomba?", "¿Cuáles son los métodos de pago?"],
  ["水泵怎么清洗？", "退款需要多长时间？"],
];

describe("carryTerms", () => {
  it.each(follows)("after %j gives %j its subject", (before, question, terms) => {
    const carried = carryTerms({ question, earlier: [before] });
    expect(carried.startsWith(question)).toBe(true);
    for (const term of terms) expect(carried.slice(question.length)).toContain(term);
  });

  it.each(standalone)("after %j leaves %j as it is", (before, question) => {
    expect(carryTerms({ question, earlier: [before] })).toBe(question);
  });

  it("carries through several follow-ups, and drops a subject that has changed", () => {
    const earlier = ["How do I clean the pump?", "How often?", "And in winter?"];
    expect(carryTerms({ question: "Why is it needed?", earlier })).toContain("pump");
    const changed = [...earlier, "Which payment methods do you accept?"];
    expect(carryTerms({ question: "And in Norway?", earlier: changed })).not.toContain("pump");
  });

  it("leaves a first question alone", () => {
    expect(carryTerms({ question: "How much is it?", earlier: [] })).toBe("How much is it?");
  });
});
