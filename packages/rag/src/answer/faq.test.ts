import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { chunkDocument } from "../chunk/chunk-document.ts";
import { parseBytes } from "../parse/parse-bytes.ts";
import { extractTerms } from "../text/extract-terms.ts";
import { asksQuestion } from "./asks-question.ts";
import { composeAnswer } from "./compose-answer.ts";
import type { EvidencePassage } from "./evidence.ts";
import { quoteAnswer } from "./quote-answer.ts";

async function askMarkdown(markdown: string, question: string) {
  const document = await parseBytes(Buffer.from(markdown), { fileName: "help.md" });
  const passages = chunkDocument(document).map(({ text, locator }) => ({
    text,
    title: "help.md",
    headings: locator.headings ?? [],
    score: 1,
  }));
  return ask(passages, question);
}

function ask(passages: readonly EvidencePassage[], question: string) {
  const sets = passages.map(({ text }) => new Set(extractTerms(text)));
  const termWeight = (term: string) => {
    const having = sets.filter((terms) => terms.has(term)).length;
    return Math.log(1 + (sets.length - having + 0.5) / (having + 0.5));
  };
  const { answered, sentences } = quoteAnswer({ question, passages, termWeight });
  return { answered, sentences, text: composeAnswer({ passages, sentences }).text };
}

interface Faq {
  title: string;
  labels: [string, string];
  pairs: [question: string, answer: string][];
}

const FAQS: Record<string, Faq> = {
  en: {
    title: "Help centre",
    labels: ["Q:", "A:"],
    pairs: [
      ["How do I export my data?", "Open Settings and choose Export."],
      ["How do I delete my account?", "Write to the support team first."],
      ["What does the basic plan cost?", "9 euros a month."],
    ],
  },
  de: {
    title: "Hilfe",
    labels: ["Frage:", "Antwort:"],
    pairs: [
      ["Wie exportiere ich meine Daten?", "Öffnen Sie die Einstellungen und wählen Sie Export."],
      ["Wie lösche ich mein Konto?", "Schreiben Sie zuerst an den Support."],
      ["Was kostet der Grundtarif?", "9 Euro im Monat."],
    ],
  },
  fr: {
    title: "Aide",
    labels: ["Q :", "R :"],
    pairs: [
      ["Comment exporter mes données ?", "Ouvrez les réglages et choisissez Exporter."],
      ["Comment supprimer mon compte ?", "Écrivez d'abord à l'assistance."],
      ["Combien coûte la formule de base ?", "9 euros par mois."],
    ],
  },
  es: {
    title: "Ayuda",
    labels: ["P:", "R:"],
    pairs: [
      ["¿Cómo exporto mis datos?", "Abra los ajustes y elija Exportar."],
      ["¿Cómo elimino mi cuenta?", "Escriba primero al equipo de soporte."],
      ["¿Cuánto cuesta el plan básico?", "9 euros al mes."],
    ],
  },
  zh: {
    title: "帮助中心",
    labels: ["问：", "答："],
    pairs: [
      ["如何导出我的数据？", "打开设置，然后选择导出。"],
      ["如何删除我的账户？", "请先联系客服团队。"],
      ["基本套餐多少钱？", "每月九欧元。"],
    ],
  },
  ja: {
    title: "ヘルプ",
    labels: ["問：", "答："],
    pairs: [
      ["データを書き出すにはどうすればよいですか？", "設定を開き、「書き出し」を選びます。"],
      ["アカウントを削除するにはどうすればよいですか？", "まずサポートにご連絡ください。"],
      ["基本プランの料金はいくらですか？", "月額九ユーロです。"],
    ],
  },
  ru: {
    title: "Справка",
    labels: ["В:", "О:"],
    pairs: [
      ["Как экспортировать мои данные?", "Откройте настройки и выберите «Экспорт»."],
      ["Как удалить мой аккаунт?", "Сначала напишите в поддержку."],
      ["Сколько стоит базовый тариф?", "9 евро в месяц."],
    ],
  },
};

const LAYOUTS: Record<string, (faq: Faq) => string> = {
  headings: ({ title, pairs }) =>
    `# ${title}\n\n${pairs.map(([q, a]) => `## ${q}\n\n${a}`).join("\n\n")}\n`,
  "labelled lines": ({ title, labels, pairs }) =>
    `# ${title}\n\n${pairs.map(([q, a]) => `${labels[0]} ${q}\n${labels[1]} ${a}`).join("\n\n")}\n`,
  "bold questions": ({ title, pairs }) =>
    `# ${title}\n\n${pairs.map(([q, a]) => `**${q}** ${a}`).join("\n\n")}\n`,
  "a table": ({ title, labels, pairs }) =>
    `# ${title}\n\n| ${labels.join(" | ")} |\n| --- | --- |\n${pairs.map(([q, a]) => `| ${q} | ${a} |`).join("\n")}\n`,
};

const cases = Object.entries(FAQS).flatMap(([language, faq]) =>
  Object.entries(LAYOUTS).flatMap(([layout, write]) =>
    faq.pairs.map(([question, answer]) => ({ language, layout, faq, write, question, answer })),
  ),
);

describe("a list of questions and answers", () => {
  it.each(cases)("in $language as $layout answers $question", async (one) => {
    const { answered, text } = await askMarkdown(one.write(one.faq), one.question);
    expect(answered).toBe(true);
    expect(text.startsWith(one.answer)).toBe(true);
    expect(asksQuestion(text)).toBe(false);
  });

  it("answers a paraphrase by the section of the question", async () => {
    const { text } = await askMarkdown(LAYOUTS.headings!(FAQS.en!), "How can my data be exported?");
    expect(text.startsWith("Open Settings and choose Export.")).toBe(true);
  });

  it("reads on below a heading that names what is asked", async () => {
    const { text } = await askMarkdown(
      "# Guide\n\n## Exporting data\n\nOpen Settings and choose Export. A mail follows.\n\n## Plans\n\nPlans are billed by the month. Data is kept for a year.",
      "How do I export data?",
    );
    expect(text.startsWith("Open Settings and choose Export.")).toBe(true);
  });

  it("does not answer with questions alone", () => {
    const passages = [{ text: "How do I export my data?", title: "Quiz", score: 1 }];
    expect(ask(passages, "How do I export my data?")).toMatchObject({ answered: false });
  });
});

describe("instructions", () => {
  it.each([
    [
      "How do I make a webhook?",
      "The secret is shown once, when the webhook is made. The same event has the same webhook id, so keep the ids of webhooks that you have made. To make a webhook, open Webhooks under Workspace.",
      "To make a webhook, open Webhooks under Workspace.",
    ],
    [
      "how can i create a course",
      "To add a lesson to a course, open it. To make a course, create it in the list of courses. Courses that you create are seen by nobody.",
      "To make a course, create it in the list of courses.",
    ],
    [
      "Wie kann ich meinen Vertrag kündigen?",
      "Ein gekündigter Vertrag kann nicht verlängert werden. Um den Vertrag zu kündigen, genügt ein Brief an das Büro.",
      "Um den Vertrag zu kündigen, genügt ein Brief an das Büro.",
    ],
  ])("%s is answered by the way to it alone", (question, text, expected) => {
    const { sentences } = ask([{ text, title: "Guide", score: 1 }], question);
    expect(sentences.map(({ start, end }) => text.slice(start, end))).toEqual([expected]);
  });
});

describe("definitions", () => {
  it.each([
    [
      "What is a twin?",
      "Every twin has an owner. You may share a twin by a link. A twin is a chat partner that answers from your documents. A new twin knows nothing.",
      "A twin is a chat partner",
    ],
    [
      "what does churn mean",
      "High churn hurts. Teams watch churn by the week.\n\nChurn: the share of customers who leave in a month.",
      "the share of customers",
    ],
    [
      "Was ist ein Zwilling?",
      "Jeder Zwilling hat einen Besitzer. Ein Zwilling ist ein Gesprächspartner, der aus Dokumenten antwortet. Ein neuer Zwilling weiß nichts.",
      "Ein Zwilling ist ein Gesprächspartner",
    ],
    [
      "¿Qué es un gemelo?",
      "Cada gemelo tiene dueño. Puede compartir un gemelo. Un gemelo es un interlocutor que responde con sus documentos.",
      "Un gemelo es un interlocutor",
    ],
    [
      "什么是分身？",
      "每个分身都有主人。您可以分享分身。分身是根据文档回答问题的聊天伙伴。",
      "分身是根据文档",
    ],
    [
      "Qu'est-ce qu'un jumeau ?",
      "Chaque jumeau a un propriétaire. On peut partager un jumeau. Un jumeau est un interlocuteur qui répond d'après vos documents.",
      "Un jumeau est un interlocuteur",
    ],
  ])("answers %s by the sentence that defines it", (question, text, expected) => {
    const answer = ask([{ text, title: "Guide", score: 1 }], question);
    expect(answer.text).toContain(expected);
  });
});

test("no quoted sentence is a question", () => {
  const sentence = fc.constantFrom(
    "How do I export my data?",
    "Q: What is a twin?",
    "A: A twin is a chat partner.",
    "Export your data in Settings.",
    "To export data:",
    "- Can data be exported?",
    "- the export menu",
    "It exports data.",
    "数据可以导出吗？",
    "数据可以导出。",
    "| Data is exported by mail.",
  );
  const passage = fc
    .array(fc.tuple(sentence, fc.constantFrom(" ", "\n", "\n\n")), { maxLength: 12 })
    .map((parts) => parts.map((part) => part.join("")).join(""));
  fc.assert(
    fc.property(
      fc.array(passage, { maxLength: 4 }),
      fc.constantFrom("How do I export my data?", "What is a twin?", "数据可以导出吗"),
      (texts, question) => {
        const passages = texts.map((text) => ({ text, title: "Help", score: 1 }));
        for (const { passage: at, start, end } of ask(passages, question).sentences) {
          expect(asksQuestion(texts[at]!.slice(start, end))).toBe(false);
        }
      },
    ),
  );
});
