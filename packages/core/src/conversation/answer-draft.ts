import type { AnswerCitation, AnswerPiece } from "../answer/answer.ts";
import type { AnswerEvent, Message } from "./contract.ts";
import type { LiveAnswer } from "./live-answer.ts";

/** An answer while it is made: its text so far, and each change as a numbered event. */
export interface AnswerDraft {
  readonly text: string;
  readonly citations: readonly AnswerCitation[];
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
  let text = "";
  let citations: AnswerCitation[] = [];
  let sequence = 0;
  const emit = (event: Unnumbered) => {
    sequence += 1;
    live.append({ ...event, sequence, messageId } as AnswerEvent);
  };
  return {
    get text() {
      return text;
    },
    get citations() {
      return citations;
    },
    add(piece) {
      if (piece.type === "citation") {
        citations.push(piece.citation);
        const { sourceVersionId: _, ...citation } = piece.citation;
        return emit({ type: "citation", citation });
      }
      if (piece.type === "text") {
        text += piece.text;
        return emit({ type: "delta", text: piece.text });
      }
      text = piece.text;
      citations = [];
      emit({ type: "replace", text });
    },
    end: (message) => emit({ type: "done", message }),
    fail: (reason, correlationId) => emit({ type: "error", reason, correlationId }),
  };
}
