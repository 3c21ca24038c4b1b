import { answerQuestion } from "@understudy/core/answer/answer-question";
import { collectAnswer } from "@understudy/core/answer/collect-answer";
import { addText } from "@understudy/core/source/add-text";
import { openTestWorld } from "@understudy/core/testing/open-test-world";
import { createTwin } from "@understudy/core/twin/create-twin";
import { requireTwin } from "@understudy/core/twin/twins";
import { openAiChat } from "@understudy/rag/chat/openai-chat";
import { startWireDouble } from "@understudy/rag/chat/testing/wire-double";
import { answers } from "@understudy/rag/chat/testing/wire-replies";
import { getEncoding } from "js-tiktoken";
import { percentile } from "../percentile.ts";
import { drawEvenly } from "../retrieval/draw-evenly.ts";
import { readBenchSet } from "../retrieval/read-bench-set.ts";

const DOCUMENTS = 40;
const QUESTIONS = 60;
const FIRST_PASSAGE = /<passage-\w+ number="1">\nFrom: [^\n]*\n([^.!?\n]+)/;

export const PROMPT_HEAD = ["set", "questions", "calls", "mean", "p95", "most"];

interface Request {
  body: Record<string, unknown>;
}

/** What the product sends to a chat model for an answer, all calls together, by GPT-4o's encoding. */
export async function measurePrompts(folder: string, name: string): Promise<string[]> {
  const count = createCount();
  const sent: Request[] = [];
  await using wire = await startWireDouble((response, request) => {
    sent.push(request);
    return reply(request)(response, request);
  });
  const chat = openAiChat({ apiKey: "bench", baseUrl: wire.baseUrl, model: "scripted" });
  await using world = await openTestWorld({ chat });
  const { ask, questions } = await teach(world, folder, name);
  const tokens: number[] = [];
  let calls = 0;
  for (const question of questions) {
    sent.length = 0;
    await ask(question);
    calls += sent.length;
    if (sent.length > 0) tokens.push(sent.reduce((sum, request) => sum + count(request), 0));
  }
  const mean = tokens.reduce((sum, each) => sum + each, 0) / tokens.length;
  const figures = [mean, percentile(tokens, 95), Math.max(...tokens)].map((n) => n.toFixed(0));
  return [name, `${tokens.length}`, (calls / tokens.length).toFixed(2), ...figures];
}

/** A twin of some documents, whole, with questions that they answer. */
async function teach(
  world: Awaited<ReturnType<typeof openTestWorld>>,
  folder: string,
  name: string,
) {
  const set = readBenchSet(folder, name);
  const documents = drawEvenly(set.documents, DOCUMENTS);
  const ids = new Set(documents.map(({ id }) => id));
  const answered = set.queries.filter(({ judgements }) => [...judgements.keys()].some(has));
  const tenant = await world.newTenant();
  const owner = tenant.as("owner");
  const { id: twinId } = await createTwin.run(owner, { name: "Bench" });
  for (const { title, text } of documents)
    await addText.run(owner, { twinId, title: title || "Untitled", text });
  await world.runJobs(tenant, "ingestion");
  const twin = await owner.transaction((tx) => requireTwin(tx, twinId));
  const asked = { twin, history: [], reach: null, isRehearsal: true };
  return {
    questions: drawEvenly(answered, QUESTIONS).map(({ text }) => text),
    ask: (question: string) => collectAnswer(answerQuestion(owner, { ...asked, question })),
  };

  function has(id: string): boolean {
    return ids.has(id);
  }
}

/** Says the first sentence of the best passage, with its quote. */
function reply({ body }: Request) {
  const said = FIRST_PASSAGE.exec(textsOf(body).at(-1) ?? "")?.[1];
  return answers(said ? `${said}. ⟦1|${said}⟧` : "⟦none⟧");
}

function createCount(): (request: Request) => number {
  const encoding = getEncoding("o200k_base");
  return ({ body }) =>
    textsOf(body).reduce((sum, text) => sum + encoding.encode(text, "all").length, 0);
}

function textsOf(body: Record<string, unknown>): string[] {
  return (body.messages as { content: string }[]).map(({ content }) => content);
}
