import type { AnswerUsage } from "@understudy/core/conversation/answer-usage";
import type { AnswerEvent, Message } from "@understudy/core/conversation/contract";
import {
  type Completion,
  completionChunk,
  extrasOf,
  finishReasonOf,
  usageChunk,
} from "./completion-shapes.ts";
import { errorBody } from "./reply-openai-error.ts";

const DONE = "data: [DONE]\n\n";

export interface StreamOptions {
  includeUsage: boolean;
  usageOf(messageId: string): Promise<AnswerUsage>;
}

/** The answer's events as OpenAI's chunks; citations come with the last one, when they are known. */
export async function* completionFrames(
  completion: Completion,
  events: AsyncIterable<AnswerEvent>,
  options: StreamOptions,
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
      case "done":
        return yield* lastFrames(completion, event.message, options);
      case "error":
        yield brokenOff(event.reason);
        return;
    }
  }
}

/** Only an answer that came to its end ends like one. */
async function* lastFrames(
  completion: Completion,
  message: Message,
  { includeUsage, usageOf }: StreamOptions,
): AsyncGenerator<string> {
  if (message.status === "failed") {
    yield brokenOff(message.failure?.reason ?? "answer.broken");
    return;
  }
  const usage = await usageOf(message.id);
  const finishReason = finishReasonOf(message, usage);
  const last = completionChunk(completion, message.id, { delta: {}, finishReason });
  yield frame({ ...last, ...extrasOf(completion, message) });
  if (includeUsage) yield frame(usageChunk(completion, message.id, usage));
  yield DONE;
}

function brokenOff(reason: string): string {
  return frame(errorBody({ reason, message: "The answer broke off.", status: 500 }));
}

/** What was streamed cannot be taken back here; a replacement adds what it has beyond it. */
function restOf(text: string, sent: string): string {
  return text.startsWith(sent) ? text.slice(sent.length) : "";
}

function frame(content: object): string {
  return `data: ${JSON.stringify(content)}\n\n`;
}
