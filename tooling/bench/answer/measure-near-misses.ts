import { composeAnswer } from "@understudy/rag/answer/compose-answer";
import { quoteAnswer } from "@understudy/rag/answer/quote-answer";
import { rerankPassages } from "@understudy/rag/rerank/rerank-passages";
import { measureIdf } from "@understudy/rag/retrieve/measure-idf";
import { retrievePassages } from "@understudy/rag/retrieve/retrieve-passages";
import { type Half, type NearQuestion, readNearMisses, type SmallTwin } from "./near-misses.ts";

export interface NearVerdict extends NearQuestion {
  half: Half;
  document: string;
  /** What was quoted; empty where the question was declined. */
  quoted: string;
}

export const NEAR_HEAD = ["", "answerable", "right", "wrong", "near misses", "declined"];

const PASSAGES_READ = 8;

/** Every question of a half, asked of the twin of its document. */
export async function askNearMisses(half: Half): Promise<NearVerdict[]> {
  const verdicts: NearVerdict[] = [];
  for (const { name, twin, questions } of await readNearMisses(half)) {
    for (const question of questions) {
      const quoted = await ask(twin, question.text);
      verdicts.push({ ...question, half, document: name, quoted });
    }
  }
  return verdicts;
}

async function ask({ index, passageOf }: SmallTwin, question: string): Promise<string> {
  const { passages: found } = await retrievePassages({
    index,
    query: question,
    limit: PASSAGES_READ,
    load: async (candidates) =>
      candidates.map(({ segmentId, ordinal }) => passageOf(segmentId, ordinal)),
    rerank: rerankPassages,
    call: { signal: new AbortController().signal, correlationId: "bench" },
  });
  const passages = found.map(({ passage, score }) => ({ ...passage, score }));
  const { sentences } = quoteAnswer({ question, passages, termWeight: measureIdf(index) });
  return composeAnswer({ passages, sentences }).text;
}

/** One row of figures: how many answerable ones were answered rightly and wrongly, how many others declined. */
export function summarizeNear(name: string, verdicts: readonly NearVerdict[]): string[] {
  const answerable = verdicts.filter(({ answer }) => answer !== null);
  const others = verdicts.filter(({ answer }) => answer === null);
  const right = answerable.filter(isRight);
  const wrong = answerable.filter((each) => each.quoted !== "" && !isRight(each));
  const declined = others.filter(({ quoted }) => quoted === "");
  return [name, answerable, right, wrong, others, declined].map((each) =>
    typeof each === "string" ? each : String(each.length),
  );
}

export function isRight({ answer, quoted }: NearVerdict): boolean {
  return answer === null ? quoted === "" : quoted.includes(answer);
}
