import type { Citation, Message } from "@understudy/core/conversation/contract";
import type { Expectation } from "./quality.ts";

/** A test as it is written, before it is kept. */
export interface TestDraft {
  question: string;
  expectations: Expectation[];
}

export const EMPTY_TEST: TestDraft = { question: "", expectations: [] };

/** What an answer shows, as what every later one is to show; a test has no conversation around it. */
export function draftOfAnswer({
  standalone,
  message,
}: {
  standalone: string;
  message: Pick<Message, "answered" | "verified" | "citations">;
}): TestDraft {
  return { question: standalone, expectations: expectationsOf(message) };
}

function expectationsOf({
  answered,
  verified,
  citations,
}: Pick<Message, "answered" | "verified" | "citations">): Expectation[] {
  if (answered === false) return [{ kind: "refuses" }];
  if (verified) return [{ kind: "verified" }];
  const [first] = citations;
  return first ? [expectationOf(first)] : [];
}

function expectationOf({ chunkId, sourceId, sourceTitle, quote }: Citation): Expectation {
  return chunkId
    ? { kind: "cites_passage", chunkId, sourceId, sourceTitle, text: quote }
    : { kind: "cites_source", sourceId, sourceTitle };
}

/** Whether all that has to be said of it is there. */
export function isWhole(expectation: Expectation): boolean {
  switch (expectation.kind) {
    case "cites_passage":
      return expectation.chunkId !== "";
    case "cites_source":
      return expectation.sourceId !== "";
    case "contains":
    case "lacks":
      return expectation.text.trim() !== "";
    case "judged":
      return expectation.demand.trim() !== "";
    default:
      return true;
  }
}

export function blankExpectation(kind: Expectation["kind"]): Expectation {
  switch (kind) {
    case "cites_passage":
      return { kind, chunkId: "", sourceId: "", sourceTitle: "", text: "" };
    case "cites_source":
      return { kind, sourceId: "", sourceTitle: "" };
    case "contains":
    case "lacks":
      return { kind, text: "" };
    case "supported":
      return { kind, share: 0.9 };
    case "judged":
      return { kind, demand: "" };
    default:
      return { kind };
  }
}
