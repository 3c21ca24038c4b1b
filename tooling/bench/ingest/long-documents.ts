import { join } from "node:path";
import { parseArgs } from "node:util";
import { chunkDocument, type Passage } from "@understudy/rag/chunk/chunk-document";
import { buildSegment } from "@understudy/rag/index/build-segment";
import { createTwinIndex } from "@understudy/rag/index/twin-index";
import { parseBytes } from "@understudy/rag/parse/parse-bytes";
import { rerankPassages } from "@understudy/rag/rerank/rerank-passages";
import { retrievePassages } from "@understudy/rag/retrieve/retrieve-passages";
import { readLines } from "../retrieval/read-bench-set.ts";
import { printRow } from "./cpu-seconds.ts";

const DEPTHS = [1, 3, 5];
/** As few as are looked at, and more: what one paper may fill of the result grows with it. */
const LIMITS = [5, 10];

interface Paper {
  id: string;
  title: string;
  text: string;
}

interface Question {
  text: string;
  gold: { doc: string }[];
  answers: { text: string; start: number }[];
}

interface Indexed extends Passage {
  title: string;
  headings: readonly string[];
  /** Letters of the paper before the passage and up to its end: what parsing leaves as it was. */
  letters: readonly [number, number];
}

/** Papers taken in as files are, each question asked of all of them: is its answer in the passages? */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { set: { type: "string" } } });
  if (!values.set) throw new Error("long-documents --set DIR (with docs and queries)");
  const papers = readLines<Paper>(join(values.set, "docs.jsonl.gz"));
  const questions = readLines<Question>(join(values.set, "queries.jsonl.gz"));
  const index = createTwinIndex();
  const indexed = new Map<string, Indexed[]>();
  for (const paper of papers) {
    const passages = await takeIn(paper);
    indexed.set(paper.id, passages);
    index.add(paper.id, buildSegment(passages));
  }
  const all = [...indexed.values()].flat();
  printRow("passages of the papers", `${all.length} of ${papers.length}`);
  for (const limit of LIMITS) {
    const ranks = await rankAnswers(limit);
    for (const depth of DEPTHS) {
      const share = ranks.filter((rank) => rank > 0 && rank <= depth).length / ranks.length;
      const name = `answer in the first ${depth} of ${limit} passages`;
      printRow(name, `${(100 * share).toFixed(1)} % of ${ranks.length}`);
    }
  }

  async function rankAnswers(limit: number): Promise<number[]> {
    const ranks: number[] = [];
    for (const question of questions) {
      const { passages } = await retrievePassages({
        index,
        query: question.text,
        limit,
        load: async (found) =>
          found.map(({ segmentId, ordinal }) => indexed.get(segmentId)?.[ordinal]),
        rerank: rerankPassages,
        call: { signal: new AbortController().signal, correlationId: "bench" },
      });
      const isAnswer = answerTest(question, papers);
      ranks.push(passages.findIndex((found) => isAnswer(found.segmentId, found.passage)) + 1);
    }
    return ranks;
  }
}

async function takeIn({ id, title, text }: Paper): Promise<Indexed[]> {
  const document = await parseBytes(Buffer.from(text), { fileName: `${id}.txt` });
  return chunkDocument(document).map((passage) => {
    const before = countLetters(document.text.slice(0, passage.locator.start));
    const letters = [before, before + countLetters(passage.text)] as const;
    return { ...passage, title, headings: passage.locator.headings ?? [], letters };
  });
}

/** The passage must hold the answer where the paper has it, not just the same words. */
function answerTest({ gold, answers }: Question, papers: readonly Paper[]) {
  const spans = gold.flatMap(({ doc }) => {
    const text = papers.find(({ id }) => id === doc)?.text ?? "";
    return answers.map((answer) => {
      const from = countLetters(text.slice(0, answer.start));
      return { doc, from, to: from + countLetters(answer.text) };
    });
  });
  return (doc: string, { letters: [first, last] }: Indexed) =>
    spans.some((span) => span.doc === doc && first <= span.from && span.to <= last);
}

function countLetters(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

await main();
