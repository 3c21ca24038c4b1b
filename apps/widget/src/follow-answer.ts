import { call, Refused, type Server, type VisitorOutput } from "./call.ts";
import { kit } from "./kit.ts";
import type { ShownMessage } from "./message-view.ts";

export type VisitorEvent = VisitorOutput<"resume">["events"][number];
export type VisitorMessage = VisitorOutput<"stop">;

export interface Following {
  server: Server;
  show(draft: ShownMessage): void;
}

/** Puts an answer together from its events. */
export class AnswerFollower {
  readonly #following: Following;
  #draft: ShownMessage = {
    text: "",
    citations: [],
    unsupportedSpans: [],
    verified: false,
    status: "streaming",
  };
  #place = { messageId: "", after: 0 };

  constructor(following: Following) {
    this.#following = following;
  }

  /** The stream of the question itself; what a lost connection leaves is asked for. */
  async read(events: AsyncIterable<VisitorEvent>): Promise<VisitorMessage> {
    try {
      for await (const event of events) {
        const whole = this.#take(event);
        if (whole) return whole;
      }
    } catch (error) {
      if (error instanceof Refused || !this.#place.messageId) throw error;
    }
    return this.follow(this.#place.messageId);
  }

  async follow(messageId: string): Promise<VisitorMessage> {
    this.#place.messageId = messageId;
    const { resumeAnswer } = await import("./resume-answer.ts");
    return resumeAnswer(kit, {
      ask: () => call(this.#following.server, "resume", this.#place),
      take: (event) => this.#take(event),
    });
  }

  #take(event: VisitorEvent): VisitorMessage | null {
    this.#place = { messageId: event.messageId, after: event.sequence };
    if (event.type === "done") return event.message;
    if (event.type === "error") throw new Refused(event.reason);
    if (event.type === "delta") this.#draft.text += event.text;
    else if (event.type === "citation") this.#draft.citations.push(event.citation);
    else Object.assign(this.#draft, { text: event.text, citations: [] });
    this.#following.show(this.#draft);
    return null;
  }
}
