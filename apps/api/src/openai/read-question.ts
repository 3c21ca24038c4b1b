import { DomainError } from "@understudy/core/kernel/domain-error";
import { type CompletionRequest, Question } from "./contract.ts";

/** The newest words of the user; system prompts, other roles and parameters steer nothing here. */
export function readQuestion({ messages }: CompletionRequest): string {
  const place = messages.findLastIndex(({ role }) => role === "user");
  const newest = messages[place];
  if (newest?.role !== "user") throw wrong("messages", "There is no question.");
  const { content } = newest;
  const text = typeof content === "string" ? content : content.map((part) => part.text).join("\n");
  const question = Question.safeParse(text);
  if (question.success) return question.data;
  throw wrong(`messages.${place}.content`, `${question.error.issues[0]?.message}`);
}

function wrong(field: string, message: string): DomainError {
  return new DomainError("invalid", "input.invalid", `${field}: ${message}`, { field });
}
