import type { WireReply } from "@understudy/rag/chat/testing/wire-double";
import { answers } from "@understudy/rag/chat/testing/wire-replies";

interface Message {
  role: string;
  content: string;
}

export function messagesOf(body: Record<string, unknown>): Message[] {
  return body.messages as Message[];
}

/** The prompt's code, different in each, taken out so that two prompts can be compared. */
export function withoutNonce(messages: readonly Message[]): Message[] {
  const nonce = /<(?:passages|conversation)-(\w+)>/.exec(messages.at(-1)?.content ?? "")?.[1];
  if (!nonce) throw new Error("The prompt has no region.");
  return messages.map((each) => ({ ...each, content: each.content.replaceAll(nonce, "NONCE") }));
}

const PASSAGE = /<passage-\w+ number="(\d+)">\nFrom: [^\n]*\n([\s\S]*?)\n<\/passage-/g;

/** Says the first sentence of each passage it is given, with its quote, and then `more`. */
export function quotesItsPassages(more = ""): WireReply {
  return (response, request) => {
    const prompt = messagesOf(request.body).at(-1)?.content ?? "";
    const said = Array.from(prompt.matchAll(PASSAGE), ([, number, text = ""]) => {
      const sentence = /^[^.!?\n]+/.exec(text)?.[0] ?? "";
      return `${sentence}. ⟦${number}|${sentence}⟧`;
    });
    return answers(said.length > 0 ? `${said.join(" ")} ${more}` : "⟦none⟧")(response, request);
  };
}
