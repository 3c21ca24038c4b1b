import type { CallOptions, ChatModel, FinishReason, TokenUsage } from "../chat/chat-model.ts";
import { ModelFailure } from "../chat/model-failure.ts";
import type { SpeechGuard } from "../policy/guard-speech.ts";
import {
  type AnswerDraft,
  createAnswerDraft,
  type UnsupportedPolicy,
  type WrittenSentence,
} from "./answer-draft.ts";
import { buildPrompt, type Prompt, type PromptInput } from "./build-prompt.ts";
import { createSentenceJudge } from "./judge-sentence.ts";
import { createMarkedTextReader, type MarkedSentence } from "./read-marked-text.ts";

export interface WriteInput extends PromptInput {
  model: ChatModel;
  policy: UnsupportedPolicy;
  guard?: SpeechGuard;
  /** Whatever the character is: no answer without a sentence that a passage supports. */
  needsCitations?: boolean;
  temperature?: number;
}

/** `declined`: the model said that the passages do not answer. `repeated`: it went round in circles. */
export type AnswerFinish = FinishReason | "declined" | "repeated" | "failed";

export interface WrittenEnd {
  type: "end";
  /** False: show the twin's no-answer message instead of anything that was written. */
  answered: boolean;
  supportedShare: number;
  finishReason: AnswerFinish;
  /** What broke the answer after some of it was shown; it is not complete. */
  failure: ModelFailure | null;
  /** Null when the model did not say, or was stopped. */
  usage: TokenUsage | null;
  model: string;
  prompt: Prompt;
}

export type WriteEvent = WrittenSentence | WrittenEnd;

const TEMPERATURE = 0.2;
/** A model that declined ends soon, and then says what it used. */
const PATIENCE_UNITS = 200;

/**
 * An answer written by a model from passages, sentence by sentence, each checked before it is shown.
 * Strict and adaptive characters answer only with at least one supported sentence. Throws a
 * ModelFailure when nothing was shown yet (quote instead), a PromptOverBudget for a question that is
 * too long, and the signal's reason; afterwards it ends with what went wrong. Leaving the loop stops
 * the spending.
 */
export async function* writeAnswer(
  input: WriteInput,
  options: CallOptions,
): AsyncGenerator<WriteEvent> {
  const { model, policy, character, guard, needsCitations = false } = input;
  const prompt = buildPrompt(input);
  const needsSupport = needsCitations || character.strictness !== "creative";
  const draft = createAnswerDraft({ policy, needsSupport, ...(guard && { guard }) });
  const outcome: Outcome = { finishReason: "stop", failure: null, usage: null };
  try {
    yield* writeSentences(input, { prompt, draft, outcome, options });
  } catch (error) {
    if (!(error instanceof ModelFailure) || !draft.hasShown()) throw error;
    outcome.failure = error;
    outcome.finishReason = "failed";
  }
  const isDeclined = outcome.finishReason === "declined";
  const answered = !isDeclined && draft.hasShown() && (draft.hasSupport() || !needsSupport);
  const supportedShare = draft.supportedShare();
  yield { type: "end", answered, supportedShare, ...outcome, model: model.model, prompt };
}

interface Outcome {
  finishReason: AnswerFinish;
  failure: ModelFailure | null;
  usage: TokenUsage | null;
}

interface Writing {
  prompt: Prompt;
  draft: AnswerDraft;
  outcome: Outcome;
  options: CallOptions;
}

async function* writeSentences(
  input: WriteInput,
  { prompt, draft, outcome, options }: Writing,
): AsyncGenerator<WrittenSentence> {
  const judge = createSentenceJudge(input, prompt);
  const reader = createMarkedTextReader();
  const show = (sentences: readonly MarkedSentence[]) =>
    sentences.flatMap((sentence) => {
      const check = judge.check(sentence);
      if (check) return draft.add(sentence, check);
      draft.skip(sentence);
      return [];
    });
  const request = {
    messages: prompt.messages,
    maxOutputTokens: input.budget.maxOutputTokens,
    temperature: input.temperature ?? TEMPERATURE,
  };
  let unitsAfterDecline = 0;
  for await (const event of input.model.stream(request, options)) {
    if (event.type === "end") {
      outcome.usage = event.usage;
      outcome.finishReason = event.finishReason;
      yield* show(reader.end({ isCut: event.finishReason !== "stop" }));
    } else if (reader.declined()) unitsAfterDecline += event.text.length;
    else yield* show(reader.feed(event.text));
    if (judge.isLooping()) outcome.finishReason = "repeated";
    if (reader.declined() && !draft.hasSupport()) outcome.finishReason = "declined";
    if (judge.isLooping() || unitsAfterDecline > PATIENCE_UNITS) return;
  }
}
