import { DomainError } from "@understudy/core/kernel/domain-error";
import { type CompletionRequest, Question } from "./contract.ts";

/** The newest words of the user; system prompts, other roles and parameters steer nothing here. */
export function readQuestion({ messages }: CompletionRequest): string {
  const newest = messages.findLast((turn) => turn.role === "user");
  if (!newest) throw new DomainError("invalid", "input.invalid", "messages: There is no question.");
  const { content } = newest;
  const text = typeof content === "string" ? content : content.map((part) => part.text).join("\n");
  const question = Question.safeParse(text);
  if (question.success) return question.data;
  throw new DomainError(
    "invalid",
    "input.invalid",
    `messages: ${question.error.issues[0]?.message}`,
  );
}
