import { chunkDocument } from "@understudy/rag/chunk/chunk-document";
import { type RawDocument, type RawQuestion, readSet } from "./read-set.ts";

export interface TestPassage {
  id: string;
  /** Passages of one article belong together; questions about others are out of it. */
  article: string;
  title: string;
  text: string;
}

export interface TestQuestion {
  text: string;
  /** Passage that answers it. */
  gold: string;
  article: string;
  answers: { text: string; start: number }[];
}

/** Questions of one domain may well be answered by another set of the same domain. */
export type Domain = "encyclopedia" | "covid" | "medicine" | "elsewhere";

export interface QuestionSet {
  name: string;
  domain: Domain;
  language: string;
  /** Whether articles are about different things, so that one does not answer another's questions. */
  hasDistinctArticles: boolean;
  passages: TestPassage[];
  questions: TestQuestion[];
}

/** The sets whose passages hold running text, with the languages of xquad apart. */
export function readQuestionSets(folder: string): QuestionSet[] {
  const english = { language: "en" };
  return [
    {
      name: "squad2",
      domain: "encyclopedia",
      hasDistinctArticles: true,
      ...english,
      ...whole(folder, "squad2"),
    },
    ...readLanguages(folder),
    {
      name: "pubmedqa",
      domain: "medicine",
      hasDistinctArticles: false,
      ...english,
      ...whole(folder, "pubmedqa"),
    },
    {
      name: "scifact",
      domain: "medicine",
      hasDistinctArticles: false,
      ...english,
      ...whole(folder, "scifact"),
    },
    {
      name: "faq_covid",
      domain: "covid",
      hasDistinctArticles: false,
      ...english,
      ...whole(folder, "faq_covid"),
    },
    {
      name: "covidqa_long",
      domain: "covid",
      hasDistinctArticles: false,
      ...english,
      ...chunked(folder, "covidqa_long"),
    },
  ];
}

/** Real questions that none of the question sets answers, from sets without running text. */
export function readForeignQuestions(folder: string): string[] {
  return ["faq_hint3_curekart", "faq_banking77", "qmsum"].flatMap((name) =>
    readSet(folder, name).questions.map(({ text }) => text),
  );
}

function readLanguages(folder: string): QuestionSet[] {
  const { documents, questions } = readSet(folder, "xquad");
  const languages = [...new Set(documents.map(({ lang }) => lang ?? ""))].sort();
  return languages.map((language) => {
    const passages = documents.filter(({ lang }) => lang === language).map(toPassage);
    const own = questions.filter(({ lang }) => lang === language);
    const shape = { domain: "encyclopedia", hasDistinctArticles: true, language } as const;
    return { name: `xquad ${language}`, ...shape, passages, questions: link(passages, own) };
  });
}

function whole(folder: string, name: string) {
  const { documents, questions } = readSet(folder, name);
  const passages = documents.map(toPassage);
  const answered = questions.filter(({ answerable }) => name === "scifact" || answerable === true);
  return { passages, questions: link(passages, answered) };
}

function chunked(folder: string, name: string) {
  const { documents, questions } = readSet(folder, name);
  const passages: TestPassage[] = [];
  const linked: TestQuestion[] = [];
  for (const document of documents) {
    const chunks = chunkDocument({
      text: document.text,
      blocks: [{ kind: "paragraph", start: 0, end: document.text.length }],
    });
    for (const { ordinal, text } of chunks) {
      passages.push({
        id: `${document.id}#${ordinal}`,
        article: document.id,
        title: document.title,
        text,
      });
    }
    for (const question of questions.filter(({ gold }) => gold[0]?.doc === document.id)) {
      const [answer] = question.answers ?? [];
      const chunk = chunks.find(
        ({ locator }) =>
          answer &&
          locator.start <= answer.start &&
          answer.start + answer.text.length <= locator.end,
      );
      if (!answer || !chunk) continue;
      const answers = [{ text: answer.text, start: answer.start - chunk.locator.start }];
      linked.push({
        text: question.text,
        gold: `${document.id}#${chunk.ordinal}`,
        article: document.id,
        answers,
      });
    }
  }
  return { passages, questions: linked };
}

function toPassage({ id, article, title, text }: RawDocument): TestPassage {
  return { id, article: article ?? id, title, text };
}

function link(passages: readonly TestPassage[], questions: readonly RawQuestion[]): TestQuestion[] {
  const byId = new Map(passages.map((passage) => [passage.id, passage]));
  return questions.flatMap(({ text, gold, answers = [] }) => {
    const passage = byId.get(gold[0]?.doc ?? "");
    return passage ? [{ text, gold: passage.id, article: passage.article, answers }] : [];
  });
}
