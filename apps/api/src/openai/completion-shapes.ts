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

/** OpenAI's clients expect the field; what an answer cost is in its trace, which callers do not see. */
const USAGE = { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 };

export function extrasOf(completion: Completion, message: Message): Extras {
  const { id: messageId, citations, answered, verified } = message;
  const { conversationId } = completion;
  return {
    citations,
    understudy: { conversationId, messageId, releaseId: null, answered, verified },
  };
}

export function wholeCompletion(completion: Completion, message: Message) {
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
        finish_reason: "stop",
      },
    ],
    usage: USAGE,
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
  { delta, finishReason = null }: { delta: Delta; finishReason?: "stop" | null },
) {
  return {
    id: `chatcmpl-${messageId}`,
    object: "chat.completion.chunk",
    created: completion.createdSeconds,
    model: completion.handle,
    choices: [{ index: 0, delta, logprobs: null, finish_reason: finishReason }],
  };
}

export function usageChunk(completion: Completion, messageId: string) {
  const { id, object, created, model } = completionChunk(completion, messageId, { delta: {} });
  return { id, object, created, model, choices: [], usage: USAGE };
}
