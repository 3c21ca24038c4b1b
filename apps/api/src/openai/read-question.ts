import { DomainError } from "@understudy/core/kernel/domain-error";
import { type CompletionRequest, Question, type UserTurn } from "./contract.ts";

const MOST_BEFORE = 10;

export interface Asked {
  question: string;
  /** By the same user, oldest first: what a follow-up leans on. */
  askedBefore: string[];
}

/**
 * The newest words of the user, and what they asked before; system prompts, other roles and parameters
 * steer nothing here: a program could put words into the twin's mouth.
 */
export function readQuestion({ messages }: CompletionRequest): Asked {
  const place = messages.findLastIndex(({ role }) => role === "user");
  const newest = messages[place];
  if (newest?.role !== "user") throw wrong("messages", "There is no question.");
  const question = Question.safeParse(textOf(newest));
  if (!question.success) {
    throw wrong(`messages.${place}.content`, `${question.error.issues[0]?.message}`);
  }
  const askedBefore = messages
    .slice(0, place)
    .filter((turn) => turn.role === "user")
    .slice(-MOST_BEFORE)
    .flatMap((turn) => Question.safeParse(textOf(turn)).data ?? []);
  return { question: question.data, askedBefore };
}

function textOf({ content }: UserTurn): string {
  return typeof content === "string" ? content : content.map((part) => part.text).join("\n");
}

function wrong(field: string, message: string): DomainError {
  return new DomainError("invalid", "input.invalid", `${field}: ${message}`, { field });
}
