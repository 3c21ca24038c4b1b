import { setTimeout as delay } from "node:timers/promises";
import { startWireDouble, type WireReply } from "@understudy/rag/chat/testing/wire-double";
import {
  type Chunk,
  endChunk,
  textChunk,
  usageChunk,
} from "@understudy/rag/chat/testing/wire-replies";

/** In a script: says nothing more until the test lets it go on. */
export const WAIT = Symbol("wait");
/** In `⟦…⟧` stand words of a passage; the model puts the passage's number before them. */
export type Script = readonly (string | typeof WAIT)[];

export interface ScriptedModel extends AsyncDisposable {
  baseUrl: string;
  goOn(): void;
}

interface Message {
  role: string;
  content: string;
}

const PIECE_MS = 15;
const PIECE = /[\s\S]{1,12}/gu;
const PASSAGE = /<passage-\w+ number="(\d+)">\nFrom: [^\n]*\n([\s\S]*?)\n<\/passage-/g;
const VISITOR = /<(?:visitor|question)-\w+>\n([\s\S]*?)\n<\/(?:visitor|question)-/g;

/**
 * A model that says, word by word, what stands in the script of a question that begins so; to any other question the
 * first sentences of its passages, each with its quote.
 */
export async function startScriptedModel(
  scripts: Readonly<Record<string, Script>>,
): Promise<ScriptedModel> {
  let waiting = Promise.withResolvers<void>();
  const reply: WireReply = async (response, { body, closed }) => {
    const messages = body.messages as Message[];
    const prompt = messages.at(-1)?.content ?? "";
    const asked = Array.from(prompt.matchAll(VISITOR), ([, words = ""]) => words).at(-1) ?? "";
    const isRewriting = messages[0]?.content.startsWith("You rewrite") ?? false;
    const known = Object.entries(scripts).find(([start]) => asked.startsWith(start));
    const script = isRewriting ? [asked] : (known?.[1] ?? [quoteEach(prompt)]);
    const send = (chunk: Chunk) => response.write(`data: ${JSON.stringify(chunk)}\n\n`);
    const gone = closed.then(() => "gone" as const);
    response.writeHead(200, { "content-type": "text/event-stream" });
    for (const part of script) {
      if (part === WAIT) {
        if ((await Promise.race([gone, waiting.promise])) === "gone") return;
        continue;
      }
      for (const piece of numberQuotes(part, prompt).match(PIECE) ?? []) {
        send(textChunk(piece));
        if ((await Promise.race([gone, delay(PIECE_MS)])) === "gone") return;
      }
    }
    send(endChunk());
    send(usageChunk);
    response.end("data: [DONE]\n\n");
  };
  const double = await startWireDouble(reply);
  return {
    ...double,
    goOn() {
      waiting.resolve();
      waiting = Promise.withResolvers();
    },
  };
}

function passagesOf(prompt: string) {
  return Array.from(prompt.matchAll(PASSAGE), ([, number = "", text = ""]) => ({ number, text }));
}

function numberQuotes(words: string, prompt: string): string {
  return words.replace(/⟦([^|⟧]+)⟧/g, (_, quote: string) => {
    const passage = passagesOf(prompt).find(({ text }) => text.includes(quote));
    return `⟦${passage?.number ?? 1}|${quote}⟧`;
  });
}

function quoteEach(prompt: string): string {
  const said = passagesOf(prompt).flatMap(({ text }) => {
    const sentence = /^[A-Z][^.!?\n]{20,}(?=[.])/m.exec(text)?.[0];
    return sentence ? [`${sentence}. ⟦${sentence}⟧`] : [];
  });
  return said.slice(0, 2).join(" ") || "⟦none⟧";
}
