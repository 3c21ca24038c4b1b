import type { AnswerCitation, AnswerOutcome, AnswerPiece, Span } from "../answer/answer.ts";
import type { AnswerEvent, Message } from "./contract.ts";
import type { LiveAnswer } from "./live-answer.ts";
import { showCitation } from "./show-citation.ts";

/** What was said so far, and what backs it. */
export interface Said {
  text: string;
  citations: AnswerCitation[];
  unsupportedSpans: Span[];
}

/** An answer while it is made: its text so far, and each change as a numbered event. */
export interface AnswerDraft {
  readonly said: Readonly<Said>;
  /** What is known of the outcome while there is none. */
  readonly begun: Partial<AnswerOutcome>;
  add(piece: AnswerPiece): void;
  end(message: Message): void;
  fail(reason: string, correlationId: string): void;
}

type Unnumbered = AnswerEvent extends infer Event
  ? Event extends AnswerEvent
    ? Omit<Event, "sequence" | "messageId">
    : never
  : never;

export function createAnswerDraft(messageId: string, live: LiveAnswer): AnswerDraft {
  let said: Said = { text: "", citations: [], unsupportedSpans: [] };
  let begun: Partial<AnswerOutcome> = {};
  let sequence = 0;
  const emit = (event: Unnumbered) => {
    sequence += 1;
    live.append({ ...event, sequence, messageId } as AnswerEvent);
  };
  return {
    get said() {
      return said;
    },
    get begun() {
      return begun;
    },
    add(piece) {
      if (piece.type === "begun") begun = piece.by;
      else said = extend(said, piece);
      const event = eventOf(piece);
      if (event) emit(event);
    },
    end: (message) => emit({ type: "done", message }),
    fail: (reason, correlationId) => emit({ type: "error", reason, correlationId }),
  };
}

function extend(said: Said, piece: Exclude<AnswerPiece, { type: "begun" }>): Said {
  switch (piece.type) {
    case "text":
      return { ...said, text: said.text + piece.text };
    case "citation":
      return { ...said, citations: [...said.citations, piece.citation] };
    case "unsupported":
      return { ...said, unsupportedSpans: [...said.unsupportedSpans, piece.span] };
    case "replace":
      return { text: piece.text, citations: [], unsupportedSpans: [] };
  }
}

/** What readers are told of it while the answer is made. */
function eventOf(piece: AnswerPiece): Unnumbered | null {
  switch (piece.type) {
    case "text":
      return { type: "delta", text: piece.text };
    case "replace":
      return piece;
    case "citation":
      return { type: "citation", citation: showCitation(piece.citation) };
    default:
      return null;
  }
}
