import type { Citation } from "@understudy/core/conversation/contract";
import { askTwin } from "./ask-twin.ts";
import { resultOf, type TestSession } from "./test-session.ts";

export interface Asking {
  session: TestSession;
  twinId: string;
  handle: string;
  question: string;
}

export interface Told {
  messageId: string;
  text: string;
  citations: Citation[];
  answered: boolean | null;
  /** All that came over the wire. */
  raw: string;
}

/** Each way to ask; `whole` waits for the end. */
export const doors: Record<string, (asking: Asking) => Promise<Told>> = {
  "/api/messages": async ({ session, twinId, question }) => {
    const started = session.mutate("chat.start", { twinId });
    const { id: conversationId } = await resultOf<{ id: string }>(started);
    const { events, message } = await askTwin(session, { conversationId, message: question });
    return { ...message, messageId: message.id, raw: JSON.stringify(events) };
  },
  "/v1 whole": async (asking) => {
    const raw = await complete(asking, false);
    const reply = JSON.parse(raw);
    return told(raw, reply, reply.choices[0].message.content);
  },
  "/v1 streamed": async (asking) => {
    const raw = await complete(asking, true);
    const chunks = Array.from(raw.matchAll(/^data: (\{.*)$/gm), ([, data = ""]) =>
      JSON.parse(data),
    );
    const last = chunks.find((chunk) => chunk.understudy);
    const text = chunks.map(({ choices }) => choices[0]?.delta.content ?? "").join("");
    return told(raw, last, text);
  },
};

async function complete({ session, handle, question }: Asking, stream: boolean): Promise<string> {
  const reply = await session.send("/v1/chat/completions", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      model: handle,
      stream,
      messages: [{ role: "user", content: question }],
    }),
  });
  const text = await reply.text();
  if (!reply.ok) throw new Error(`${reply.status} ${text}`);
  return text;
}

function told(raw: string, reply: Extras, text: string): Told {
  const { messageId, answered } = reply.understudy;
  return { raw, text, messageId, answered, citations: reply.citations };
}

interface Extras {
  citations: Citation[];
  understudy: { messageId: string; answered: boolean | null };
}
