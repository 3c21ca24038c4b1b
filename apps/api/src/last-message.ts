import type { AnswerEvent, Message } from "@understudy/core/conversation/contract";
import { DomainError } from "@understudy/core/kernel/domain-error";

/** The answer once it is whole; throws what broke it. */
export async function lastMessage(events: AsyncIterable<AnswerEvent>): Promise<Message> {
  for await (const event of events) {
    if (event.type === "error") throw brokenOff(event.reason);
    if (event.type !== "done") continue;
    if (event.message.status === "failed") throw brokenOff(event.message.failure?.reason);
    return event.message;
  }
  throw brokenOff();
}

function brokenOff(reason = "answer.broken"): DomainError {
  return new DomainError("unavailable", reason, "The answer broke off.");
}
