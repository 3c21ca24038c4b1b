import type { AnswerEvent } from "@understudy/core/conversation/contract";
import { type Completion, completionChunk, extrasOf, usageChunk } from "./completion-shapes.ts";
import { errorBody } from "./reply-openai-error.ts";

const DONE = "data: [DONE]\n\n";

/** The answer's events as OpenAI's chunks; citations come with the last one, when they are known. */
export async function* completionFrames(
  completion: Completion,
  events: AsyncIterable<AnswerEvent>,
  { includeUsage }: { includeUsage: boolean },
): AsyncGenerator<string> {
  let sent = "";
  for await (const event of events) {
    const { messageId } = event;
    switch (event.type) {
      case "delta":
      case "replace": {
        const content = event.type === "delta" ? event.text : restOf(event.text, sent);
        const delta = { ...(sent === "" && { role: "assistant" as const }), content };
        yield frame(completionChunk(completion, messageId, { delta }));
        sent += content;
        break;
      }
      case "done": {
        const last = completionChunk(completion, messageId, { delta: {}, finishReason: "stop" });
        yield frame({ ...last, ...extrasOf(completion, event.message) });
        if (includeUsage) yield frame(usageChunk(completion, messageId));
        yield DONE;
        return;
      }
      case "error":
        yield frame(
          errorBody({ reason: event.reason, message: "The answer broke off.", status: 500 }),
        );
        return;
    }
  }
}

/** What was streamed cannot be taken back here; a replacement adds what it has beyond it. */
function restOf(text: string, sent: string): string {
  return text.startsWith(sent) ? text.slice(sent.length) : "";
}

function frame(content: object): string {
  return `data: ${JSON.stringify(content)}\n\n`;
}
