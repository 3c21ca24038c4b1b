import { openSession } from "../../product/session.ts";
import { ask } from "../../product/teach.ts";

const A_VISIT = 3;
const LIKED_EVERY = 5;

interface Asking {
  url: string;
  handle: string;
  questions: readonly string[];
}

/** Each comes to the public page from an address of their own, asks a few of the questions, and may say that it helped. */
export async function askAsVisitors({ url, handle, questions }: Asking): Promise<void> {
  for (let at = 0; at < questions.length; at += A_VISIT) {
    const visit = at / A_VISIT;
    const from = { origin: url, "x-forwarded-for": `10.0.${visit >> 8}.${visit & 255}` };
    const page = openSession(url, from);
    const { token, conversationId } = await page.mutate<{ token: string; conversationId: string }>(
      "visitor.start",
      { via: { handle } },
    );
    const visitor = openSession(url, { ...from, authorization: `Bearer ${token}` });
    for (const question of questions.slice(at, at + A_VISIT)) {
      const { ended, text } = await ask(visitor, conversationId, question);
      if (ended !== "done") throw new Error(`“${question}” was not answered to the end: ${text}`);
      const messageId = /"messageId":"([^"]+)"/.exec(text)?.[1];
      if (messageId && at % LIKED_EVERY === 0) await like(visitor, messageId, text);
    }
  }
}

/** What quotes a source helped; what does not was of no use. */
async function like(
  visitor: ReturnType<typeof openSession>,
  messageId: string,
  text: string,
): Promise<void> {
  const rating = text.includes('"type":"citation"') ? "up" : "down";
  await visitor.mutate("visitor.feedback", { messageId, rating });
}
