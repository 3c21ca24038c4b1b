import type { CitationVisibility } from "@understudy/db/column-values";
import type { z } from "zod";
import type { AnswerEvent, Citation } from "../conversation/contract.ts";

type Shown = Pick<z.input<typeof AnswerEvent> & { type: "done" }, "message">["message"];

const EXCERPT_CHARACTERS = 120;

/** Which model wrote is the owner's to know, and what of the sources is seen the owner's to say. */
export function messageForVisitor<Message extends Shown>(
  message: Message,
  shown: CitationVisibility,
): Message {
  const citations = message.citations.flatMap((each) => citationForVisitor(each, shown));
  return { ...message, model: null, citations };
}

/** None where it tells of nothing that a visitor may see. */
export function eventsForVisitor<Event extends z.input<typeof AnswerEvent>>(
  event: Event,
  shown: CitationVisibility,
): Event[] {
  if (event.type === "done") {
    return [{ ...event, message: messageForVisitor(event.message, shown) }];
  }
  if (event.type !== "citation") return [event];
  return citationForVisitor(event.citation, shown).map((citation) => ({ ...event, citation }));
}

function citationForVisitor(citation: Citation, shown: CitationVisibility): Citation[] {
  if (shown === "full") return [citation];
  if (shown === "none") return [];
  const { sourceUrl: _, quote, ...told } = citation;
  const isLong = quote.length > EXCERPT_CHARACTERS;
  const excerpt = isLong ? `${quote.slice(0, EXCERPT_CHARACTERS).trimEnd()}…` : quote;
  return [{ ...told, quote: excerpt }];
}
