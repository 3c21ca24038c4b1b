import type { ChatMessage } from "../chat/chat-model.ts";
import { cleanPromptText } from "../chat/clean-prompt-text.ts";
import type { Character } from "./character.ts";
import type { CheckablePassage } from "./check/check-sentence.ts";
import { estimateTokens } from "./estimate-tokens.ts";
import { type PromptBudget, PromptOverBudget } from "./prompt-budget.ts";
import { writeSystemMessage } from "./write-system-message.ts";

/** An earlier turn, oldest first. */
export interface Turn {
  role: "visitor" | "twin";
  text: string;
}

export interface PromptInput {
  character: Character;
  /** Best first. */
  passages: readonly CheckablePassage[];
  question: string;
  history: readonly Turn[];
  /** Unguessable and new for each request; parts what instructs from what is material. */
  nonce: string;
  budget: PromptBudget;
}

export interface Prompt {
  messages: ChatMessage[];
  estimatedTokens: number;
  /** How many passages, from the first, and how many turns, from the last, found room. */
  passageCount: number;
  turnCount: number;
}

const TOKENS_PER_MESSAGE = 8;
const MOST_UNITS_PER_TOKEN = 64;

/**
 * The messages that ask a model for an answer: system rules, the earlier turns, and the passages with
 * the question, each in a region that its content cannot leave. Question and character come first,
 * then passages, then turns, within the budget; throws PromptOverBudget when the first two do not fit.
 */
export function buildPrompt(input: PromptInput): Prompt {
  const { character, nonce, budget } = input;
  const system = writeSystemMessage(character, nonce);
  const question = visitorRegion(boundedQuestion(input), nonce);
  const fixed = costOf(system) + costOf(question) + costOf(passagesRegion([], nonce));
  let room = budget.maxInputTokens - fixed;
  if (room < 0) throw new PromptOverBudget("character_too_long");
  const passages = takeWhileRoom(
    input.passages.map((passage, index) => passageRegion(passage, index + 1, nonce)),
    room,
  );
  room -= sum(passages.map(costOf));
  const turns = recentTurns(input, Math.min(room, budget.maxHistoryTokens));
  const messages: ChatMessage[] = [
    { role: "system", content: system },
    ...turns,
    { role: "user", content: `${passagesRegion(passages, nonce)}\n\n${question}` },
  ];
  return {
    messages,
    estimatedTokens: sum(messages.map(({ content }) => costOf(content))),
    passageCount: passages.length,
    turnCount: turns.length,
  };
}

/** Measured before it is cleaned: a megabyte is refused, not worked on. */
function boundedQuestion({ question, nonce, budget }: PromptInput): string {
  const cleaned =
    question.length > budget.maxQuestionTokens * MOST_UNITS_PER_TOKEN
      ? null
      : cleanPromptText(question, nonce);
  if (cleaned === null || estimateTokens(cleaned) > budget.maxQuestionTokens) {
    throw new PromptOverBudget("question_too_long");
  }
  return cleaned;
}

/**
 * The latest turns that fit, in their order. A visitor's stays only with the answer behind it: many models
 * take turns by turns alone.
 */
function recentTurns({ history, nonce }: PromptInput, room: number): ChatMessage[] {
  const taken: ChatMessage[] = [];
  let left = room;
  for (const { role, text } of history.toReversed()) {
    if (text.length > left * MOST_UNITS_PER_TOKEN) break;
    const cleaned = cleanPromptText(text, nonce);
    const content = role === "visitor" ? visitorRegion(cleaned, nonce) : cleaned;
    left -= costOf(content);
    if (left < 0) break;
    taken.unshift({ role: role === "visitor" ? "user" : "assistant", content });
  }
  const isAnswered = (at: number) => taken[at + 1]?.role === "assistant";
  const paired = taken.filter(({ role }, at) => role === "assistant" || isAnswered(at));
  const first = paired.findIndex(({ role }) => role === "user");
  return first < 0 ? [] : paired.slice(first);
}

function takeWhileRoom(regions: readonly string[], room: number): string[] {
  const taken: string[] = [];
  let left = room;
  for (const region of regions) {
    left -= costOf(region);
    if (left < 0) break;
    taken.push(region);
  }
  return taken;
}

function passageRegion(
  { title, headings = [], text }: CheckablePassage,
  number: number,
  nonce: string,
): string {
  const path = [title, ...headings].map((part) =>
    cleanPromptText(part, nonce).replace(/\s+/g, " "),
  );
  const body = cleanPromptText(text, nonce);
  return `<passage-${nonce} number="${number}">\nFrom: ${path.filter(Boolean).join(" › ")}\n${body}\n</passage-${nonce}>`;
}

function passagesRegion(passages: readonly string[], nonce: string): string {
  const inside = passages.length > 0 ? passages.join("\n") : "There are none.";
  return `<passages-${nonce}>\n${inside}\n</passages-${nonce}>`;
}

function visitorRegion(text: string, nonce: string): string {
  return `<visitor-${nonce}>\n${text}\n</visitor-${nonce}>`;
}

function costOf(text: string): number {
  return estimateTokens(text) + TOKENS_PER_MESSAGE;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
