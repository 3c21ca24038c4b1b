import type { z } from "zod";
import type { AnswerEvent } from "../conversation/contract.ts";

/** Which model wrote is the owner's to know. */
export function messageForVisitor<Shown extends { model: string | null }>(message: Shown): Shown {
  return { ...message, model: null };
}

export function eventForVisitor<Event extends z.input<typeof AnswerEvent>>(event: Event): Event {
  return event.type === "done" ? { ...event, message: messageForVisitor(event.message) } : event;
}
