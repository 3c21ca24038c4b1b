import { setTimeout as delay } from "node:timers/promises";
import { openSession, type Session } from "../../product/session.ts";
import { signUp } from "../../product/sign-up.ts";
import { getSource, type Source } from "../../product/teach.ts";
import { question, sentences } from "./paced-script.ts";
import { type Heard, Refused, readStream } from "./read-stream.ts";

const STARTED_AT_ONCE = 8;

export interface BenchTwin {
  /** Conversations are made before the clock runs: each question is the first of its own. */
  prepare(count: number): Promise<string[]>;
  /** At this process, or at another of the same instance. */
  ask(conversationId: string, at?: string): Promise<Heard>;
  /** In the next of the prepared conversations, which stays prepared when it is told to come later. */
  askNext(conversationIds: string[]): Promise<Heard>;
  id: string;
  owner: Session;
}

/** A twin in a running product that has been taught what the paced model says. */
export async function makeBenchTwin(url: string): Promise<BenchTwin> {
  const owner = await signUp(url);
  const { id: twinId } = await owner.mutate<{ id: string }>("twin.create", { name: "Bench" });
  const note = { twinId, title: "Cellar", text: sentences.join(" ") };
  const source = await owner.mutate<Source>("source.addText", note);
  await untilLive(owner, source);
  const session = openSession(url, owner.headers);
  const ask = (conversationId: string, at = url) =>
    readStream(`${at}/api/messages`, {
      headers: owner.at(at).headers,
      body: JSON.stringify({ conversationId, message: question }),
      isFirst: (frame) => frame.includes('"type":"delta"'),
    });
  return {
    id: twinId,
    owner,
    async prepare(count) {
      const ids: string[] = [];
      let left = count;
      const start = async () => {
        while (left-- > 0) ids.push(await startChat(session, twinId));
      };
      await Promise.all(Array.from({ length: STARTED_AT_ONCE }, start));
      return ids;
    },
    ask,
    askNext(conversationIds) {
      const id = conversationIds.pop() ?? "";
      return ask(id).catch((error: unknown) => {
        if (error instanceof Refused) conversationIds.push(id);
        throw error;
      });
    },
  };
}

/** As soon as what an earlier run has left to do lets it. */
async function startChat(session: Session, twinId: string): Promise<string> {
  for (;;) {
    try {
      return (await session.mutate<{ id: string }>("chat.start", { twinId })).id;
    } catch (error) {
      if (!String(error).includes("server.busy")) throw error;
      await delay(1_000);
    }
  }
}

async function untilLive(owner: Session, source: Source): Promise<void> {
  for (;;) {
    const { status, failure } = await getSource(owner, source);
    if (status === "live") return;
    if (status === "failed") throw new Error(`what the twin is taught failed: ${failure?.reason}`);
    await delay(100);
  }
}
