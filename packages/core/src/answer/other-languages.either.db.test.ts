import { openAiChat } from "@understudy/rag/chat/openai-chat";
import {
  startWireDouble,
  type WireDouble,
  type WireReply,
} from "@understudy/rag/chat/testing/wire-double";
import { answers, refuses } from "@understudy/rag/chat/testing/wire-replies";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../kernel/context.ts";
import { addText } from "../source/add-text.ts";
import { openTestWorld, type TestWorld } from "../testing/open-test-world.ts";
import { createTwin } from "../twin/create-twin.ts";
import { requireTwin, updateTwin } from "../twin/twins.ts";
import { answerQuestion } from "./answer-question.ts";
import { collectAnswer } from "./collect-answer.ts";

const TEXT = `The main pump at the north office runs for eleven hours a day, and it must never run dry.

When the seal is worn it should be replaced before they start the pump again.`;
const GERMAN = "Wie lange läuft die Hauptpumpe am Tag?";
const WRITTEN = answers("Die Pumpe läuft für elf Stunden am Tag. ⟦1|runs for eleven hours a day⟧");
const BROKEN = refuses(401, {});

/** What the model says to each kind of request. */
let says: { translation: WireReply; subjects: WireReply };
let wire: WireDouble;
let world: TestWorld;
let owner: Context;
let twinId: string;

function kindOf(body: object): "translation" | "subjects" | "answer" {
  const prompt = JSON.stringify(body);
  if (prompt.includes("You translate")) return "translation";
  return prompt.includes("numbered subjects") ? "subjects" : "answer";
}

beforeAll(async () => {
  wire = await startWireDouble((response, request) => {
    const kind = kindOf(request.body);
    return (kind === "answer" ? WRITTEN : says[kind])(response, request);
  });
  const chat = openAiChat({ apiKey: "k", baseUrl: wire.baseUrl, model: "scripted" });
  world = await openTestWorld({ chat });
  const tenant = await world.newTenant();
  owner = tenant.as("owner");
  twinId = (await createTwin.run(owner, { name: "Keeper" })).id;
  await addText.run(owner, { twinId, title: "Pumps", text: TEXT });
  await world.runJobs(tenant);
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await wire[Symbol.asyncDispose]();
});

async function ask(question: string) {
  wire.requests.length = 0;
  const twin = await owner.transaction((tx) => requireTwin(tx, twinId));
  const { said, outcome } = await collectAnswer(
    answerQuestion(owner, { twin, question, history: [], reach: null, isRehearsal: true }),
  );
  return { said, outcome, asked: wire.requests.map(({ body }) => kindOf(body)) };
}

test("a question in another language finds what the sources say, and is answered in its own", async () => {
  says = { translation: answers("How long does the main pump run each day?"), subjects: BROKEN };
  const { said, outcome, asked } = await ask(GERMAN);
  expect(asked).toEqual(["translation", "answer"]);
  expect(said).toMatchObject({
    text: "Die Pumpe läuft für elf Stunden am Tag.",
    citations: [{ quote: "runs for eleven hours a day" }],
  });
  const translations = ["How long does the main pump run each day?"];
  expect(outcome.trace).toMatchObject({ translations, tokens: { input: 240, output: 60 } });
  expect(JSON.stringify(wire.requests[1]!.body)).toContain(GERMAN);
  expect((await ask("How long does the main pump run?")).asked).toEqual(["answer"]);
  says.translation = BROKEN;
  expect((await ask(GERMAN)).outcome.trace.translations).toBeUndefined();
});

test("topics are judged by the model in whichever words, and by words where it gives no verdict", async () => {
  const topic = (name: string, examples: string[]) => ({ id: crypto.randomUUID(), name, examples });
  const refusedTopics = [{ ...topic("Repairs", ["worn seals"]), reply: "Ask the workshop." }];
  const allowedTopics = [topic("Pumps", ["How long does the main pump run?"])];
  const boundaries = { refusedTopics, allowedTopics, outsideReply: "Only pumps." };
  await updateTwin.run(owner, { twinId, boundaries });
  says = { translation: BROKEN, subjects: answers("1") };
  const mend = "May I mend it myself when it leaks?";
  const refused = await ask(mend);
  expect(refused).toMatchObject({
    asked: ["subjects"],
    said: { text: "Ask the workshop." },
    outcome: { refused: true, trace: { policy: { refused: { decidedBy: "model" } } } },
  });
  says.subjects = answers("0");
  expect((await ask(mend)).said.text).toBe("Only pumps.");
  says.subjects = answers("2");
  expect((await ask("For how many hours is it on?")).said.citations).toHaveLength(1);
  // What words refuse no model lets in, and none is asked.
  expect(await ask("Do you speak of worn seals?")).toMatchObject({
    asked: [],
    said: { text: "Ask the workshop." },
  });
  says.subjects = BROKEN;
  expect((await ask("Which shares should I buy?")).said.text).toBe("Only pumps.");
});
