import type { AnswerUsage } from "@understudy/core/conversation/answer-usage";
import type { Citation, Message } from "@understudy/core/conversation/contract";

export interface Completion {
  handle: string;
  conversationId: string;
  createdSeconds: number;
}

/** What we add beside OpenAI's own fields. */
export interface Extras {
  citations: Citation[];
  understudy: {
    conversationId: string;
    messageId: string;
    releaseId: string | null;
    answered: boolean | null;
    verified: boolean;
  };
}

export type FinishReason = "stop" | "length" | "content_filter";

/** One that was stopped is shorter than it would have been, as far as OpenAI's words go. */
export function finishReasonOf({ status }: Message, { finish }: AnswerUsage): FinishReason {
  if (status === "stopped" || finish === "length" || finish === "repeated") return "length";
  return finish === "filtered" ? "content_filter" : "stop";
}

function usageOf({ inputTokens, outputTokens }: AnswerUsage) {
  return {
    prompt_tokens: inputTokens,
    completion_tokens: outputTokens,
    total_tokens: inputTokens + outputTokens,
  };
}

export function extrasOf(completion: Completion, message: Message): Extras {
  const { id: messageId, citations, releaseId, answered, verified } = message;
  const { conversationId } = completion;
  return {
    citations,
    understudy: { conversationId, messageId, releaseId, answered, verified },
  };
}

export function wholeCompletion(completion: Completion, message: Message, usage: AnswerUsage) {
  return {
    id: `chatcmpl-${message.id}`,
    object: "chat.completion",
    created: completion.createdSeconds,
    model: completion.handle,
    choices: [
      {
        index: 0,
        message: { role: "assistant", content: message.text, refusal: null },
        logprobs: null,
        finish_reason: finishReasonOf(message, usage),
      },
    ],
    usage: usageOf(usage),
    ...extrasOf(completion, message),
  };
}

interface Delta {
  role?: "assistant";
  content?: string;
}

export function completionChunk(
  completion: Completion,
  messageId: string,
  { delta, finishReason = null }: { delta: Delta; finishReason?: FinishReason | null },
) {
  return {
    id: `chatcmpl-${messageId}`,
    object: "chat.completion.chunk",
    created: completion.createdSeconds,
    model: completion.handle,
    choices: [{ index: 0, delta, logprobs: null, finish_reason: finishReason }],
  };
}

export function usageChunk(completion: Completion, messageId: string, usage: AnswerUsage) {
  const { id, object, created, model } = completionChunk(completion, messageId, { delta: {} });
  return { id, object, created, model, choices: [], usage: usageOf(usage) };
}
