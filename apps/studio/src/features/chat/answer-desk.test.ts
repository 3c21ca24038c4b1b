import type { AnswerEvent, Citation, Message } from "@understudy/core/conversation/contract";
import { expect, test } from "vitest";
import type { Question } from "#lib/ask-question.ts";
import { RequestFailed } from "#lib/request-failed.ts";
import { type AnswerDeskPorts, createAnswerDesk } from "./answer-desk.ts";
import { type Thread, type ThreadMessage, withQuestion } from "./thread.ts";

const messageId = "answer";
const citation: Citation = {
  sourceId: "s",
  sourceTitle: "S",
  chunkId: null,
  quote: "Hi",
  locator: { start: 0, end: 2 },
  answerSpan: { start: 0, end: 2 },
};
const delta = (text: string): AnswerEvent => ({ type: "delta", sequence: 1, messageId, text });

function deskOver(
  ask: AnswerDeskPorts["ask"],
  {
    stop = async () => {},
    rejoin = () => ask({} as Question),
    read = async () => ({ messages: [] }),
    messages = [],
  }: Partial<Pick<AnswerDeskPorts, "stop" | "rejoin" | "read"> & Thread> = {},
) {
  let thread: Thread = { messages };
  const ended: string[] = [];
  const desk = createAnswerDesk(
    {
      ask,
      rejoin,
      read,
      stop,
      change: (_id, change) => {
        thread = change(thread);
      },
      onEnd: (id) => ended.push(id),
    },
    { lookEveryMs: 1 },
  );
  return { desk, ended, read: () => thread.messages };
}

test("builds the answer from its events, and ends with what the server stored", async () => {
  const message: Message = {
    id: messageId,
    role: "assistant",
    text: "Hi there",
    status: "complete",
    answered: true,
    refused: false,
    verified: false,
    writer: "quotation",
    model: null,
    supportedShare: 1,
    unsupportedSpans: [],
    citations: [citation],
    releaseId: null,
    feedback: null,
    createdAt: "2026-01-01T00:00:00.000Z",
  };
  const seen: string[] = [];
  const { desk, read, ended } = deskOver(async function* () {
    yield delta("Hi");
    yield { type: "citation", sequence: 2, messageId, citation };
    seen.push(`${read().at(-1)?.text} ${read().at(-1)?.citations.length}`);
    yield { type: "done", sequence: 3, messageId, message };
  });
  await desk.ask("c", "Hello?");
  expect(seen).toEqual(["Hi 1"]);
  expect(read().map(({ role, text }) => [role, text])).toEqual([
    ["user", "Hello?"],
    ["assistant", "Hi there"],
  ]);
  expect(ended).toEqual(["c"]);
});

test("goes on with an answer that an earlier page began, from its first words", async () => {
  const asked = withQuestion<Thread>(
    { messages: [] },
    { questionId: "q", answerId: messageId, text: "Hello?", at: "2026-01-01T00:00:00.000Z" },
  );
  const messages = asked.messages.map((each) =>
    each.id === messageId ? { ...each, text: "Hal" } : each,
  );
  const seen: (string | undefined)[] = [];
  const { desk, read, ended } = deskOver(async function* () {}, {
    messages,
    async *rejoin() {
      yield delta("Hallo");
      void desk.follow("c", messageId);
      yield delta(" there");
      seen.push(read().at(-1)?.text);
      yield { type: "error", sequence: 3, messageId, reason: "r", correlationId: "x" };
    },
  });
  await desk.follow("c", messageId);
  expect(seen).toEqual(["Hallo there"]);
  expect(ended).toEqual(["c"]);
});

test("says that the connection was lost when the stream ends without an end", async () => {
  const { desk, read } = deskOver(async function* () {
    yield delta("Hal");
  });
  await desk.ask("c", "Hello?");
  expect(read().at(-1)).toMatchObject({ status: "failed", failure: { reason: "stream.lost" } });
});

test("keeps the reference of a refusal", async () => {
  // biome-ignore lint/correctness/useYield: refused before the first event.
  const { desk, read } = deskOver(async function* () {
    throw new RequestFailed("", { status: 503, reason: "server.stopping", correlationId: "ref" });
  });
  await desk.ask("c", "Hello?");
  expect(read().at(-1)).toMatchObject({ status: "failed", correlationId: "ref" });
});

test("leaves a question whose answer has not begun, and says that it stopped", async () => {
  // biome-ignore lint/correctness/useYield: stopped before the first event.
  const { desk, read } = deskOver(async function* ({ signal }) {
    await desk.stop("c");
    signal.throwIfAborted();
  });
  await desk.ask("c", "Hello?");
  expect(read().at(-1)).toMatchObject({ status: "stopped" });
  expect(desk.runs("c")).toBe(false);
});

test("stops what the server heard after it was left, and shows it as it is kept", async () => {
  const kept = withQuestion(
    { messages: [] },
    { questionId: "q", answerId: "a", text: "Hello?", at: "" },
  );
  const [question, answer] = kept.messages as unknown as [ThreadMessage, ThreadMessage];
  // Not there at the first look: the question was still on its way.
  let server: ThreadMessage[] = [];
  // biome-ignore lint/correctness/useYield: stopped before the first event.
  const ask: AnswerDeskPorts["ask"] = async function* ({ signal }) {
    await desk.stop("c");
    server = [question, answer];
    signal.throwIfAborted();
  };
  const stop = async (id: string) => {
    server = [question, { ...answer, id, text: "Hal", status: "stopped" }];
  };
  const { desk, read } = deskOver(ask, { stop, read: async () => ({ messages: server }) });
  await desk.ask("c", "Hello?");
  expect(read().map(({ id, text, status }) => [id, text, status])).toEqual([
    ["q", "Hello?", "complete"],
    ["a", "Hal", "stopped"],
  ]);
});

test("has an answer that has begun stopped where it is made, and waits for its end", async () => {
  const stopped: string[] = [];
  const { desk } = deskOver(
    async function* () {
      yield delta("Hal");
      await desk.stop("c");
      yield { type: "error", sequence: 2, messageId, reason: "r", correlationId: "x" };
    },
    { stop: async (id) => stopped.push(id) },
  );
  await desk.ask("c", "Hello?");
  expect(stopped).toEqual([messageId]);
});

test("asks a question again in the place of its failed answer", async () => {
  let isAway = true;
  const { desk, read } = deskOver(async function* () {
    if (isAway) throw new RequestFailed("", { status: 0 });
    yield delta("Hi");
  });
  await desk.ask("c", "Hello?");
  isAway = false;
  await desk.ask("c", "Hello?", { insteadOf: read().at(-1)?.id });
  expect(read().map(({ text }) => text)).toEqual(["Hello?", "Hi"]);
});

test("says that a question is held up until it is heard", async () => {
  const seen: (boolean | undefined)[] = [];
  const { desk, read } = deskOver(async function* ({ onBusy }) {
    seen.push(read().at(-1)?.isHeldUp);
    onBusy?.();
    seen.push(read().at(-1)?.isHeldUp);
    yield delta("Hi");
  });
  await desk.ask("c", "Hello?");
  expect(seen).toEqual([undefined, true]);
});

test("gives a question back that is stopped while the server has too much to do to hear it", async () => {
  // biome-ignore lint/correctness/useYield: stopped before the first event.
  const { desk, read } = deskOver(async function* ({ onBusy, signal }) {
    onBusy?.();
    await desk.stop("c");
    signal.throwIfAborted();
  });
  let field = "";
  await desk.ask("c", "Hello?", { giveBack: () => (field = "Hello?") });
  expect([field, read()]).toEqual(["Hello?", []]);
  await desk.ask("c", "Hello?");
  expect(read().at(-1)).toMatchObject({ status: "stopped" });
});
