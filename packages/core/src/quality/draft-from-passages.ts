import type { DraftPassage } from "@understudy/db/queries/draft-passages";
import type { TwinRow } from "@understudy/db/queries/twins";
import { draftQuestions } from "@understudy/rag/quality/draft-questions";
import { phraseQuestions } from "@understudy/rag/quality/phrase-questions";
import { newNonce } from "../answer/write-with-model.ts";
import type { Context } from "../kernel/context.ts";
import { findPassages } from "../knowledge/find-passages.ts";
import { questionKey } from "../verified-answer/question-key.ts";
import type { TestDraft } from "./contract.ts";

interface Drafting {
  twin: TwinRow;
  passages: readonly DraftPassage[];
  limit: number;
  isNew: (draft: TestDraft) => boolean;
}

const PASSAGES_A_CALL = 12;
const QUESTIONS_OF_ONE = 3;

/**
 * Questions that passages answer, each with its passage as what is to be cited; by the model when there
 * is one, else from the passages' own words. Only those for which the passage is found at all.
 */
export async function draftFromPassages(
  ctx: Context,
  { twin, passages, limit, isNew }: Drafting,
): Promise<TestDraft[]> {
  const drafts = new Map<string, TestDraft>();
  for (let first = 0; first < passages.length && drafts.size < limit; first += PASSAGES_A_CALL) {
    for (const { question, passage } of await phraseAll(
      ctx,
      passages.slice(first).slice(0, PASSAGES_A_CALL),
    )) {
      if (drafts.size >= limit) break;
      const draft = draftOf(question, passage);
      const key = questionKey(question);
      if (drafts.has(key) || !isNew(draft)) continue;
      if (await isFound(ctx, twin, question, passage)) drafts.set(key, draft);
    }
  }
  return [...drafts.values()];
}

interface Phrased {
  question: string;
  passage: DraftPassage;
}

/** The first question of each passage, then the second ones: many passages rather than many of one. */
async function phraseAll(
  { ports, signal, correlationId }: Context,
  passages: readonly DraftPassage[],
): Promise<Phrased[]> {
  const titled = passages.map(({ sourceTitle: title, text }) => ({ title, text }));
  const asked = { passages: titled, nonce: newNonce() };
  const written = ports.chat
    ? await draftQuestions({ ...asked, model: ports.chat }, { signal, correlationId })
    : [];
  const questions = passages.map(({ text, locator }, at) => {
    const question = written[at];
    return question ? [question] : phraseQuestions({ text, headings: locator.headings ?? [] });
  });
  return Array.from({ length: QUESTIONS_OF_ONE }, (_, turn) =>
    passages.flatMap((passage, at) => {
      const question = questions[at]?.[turn];
      return question ? [{ question, passage }] : [];
    }),
  ).flat();
}

function draftOf(question: string, passage: DraftPassage): TestDraft {
  const { chunkId, sourceId, sourceTitle, text } = passage;
  const expectation = { kind: "cites_passage", chunkId, sourceId, sourceTitle, text } as const;
  return { question, expectations: [expectation], purpose: "answers" };
}

async function isFound(
  ctx: Context,
  { id: twinId, contentRevision }: TwinRow,
  query: string,
  { chunkId }: DraftPassage,
): Promise<boolean> {
  const request = { twinId, contentRevision, query, limit: ctx.ports.passagesRead, reach: null };
  const { passages } = await findPassages(ctx, request);
  return passages.some((passage) => passage.chunkId === chunkId);
}
