import { isOneOf } from "./is-one-of.ts";

const VIEWS = ["answers", "misses"] as const;
const PARTS = ["answer", "versions", "misses"] as const;
export type VerifiedView = (typeof VIEWS)[number];
export type VerifiedPart = (typeof PARTS)[number];

/** What the address says about a twin's verified answers. */
export interface VerifiedSearch {
  view?: VerifiedView;
  search?: string;
  /** Only those to be looked at again. */
  due?: true;
  /** The one that lies open. */
  answer?: string;
  part?: VerifiedPart;
  /** A form that is open; a new one may begin with a question, or with an answer that was given. */
  form?: "new" | "import";
  question?: string;
  message?: string;
}

export function readVerifiedSearch(search: Record<string, unknown>): VerifiedSearch {
  const { view, due, answer, part, form, question, message } = search;
  return {
    ...(isOneOf(VIEWS, view) && { view }),
    ...(typeof search.search === "string" && search.search !== "" && { search: search.search }),
    ...(due === true && { due }),
    ...(typeof answer === "string" && { answer }),
    ...(isOneOf(PARTS, part) && { part }),
    ...(isOneOf(["new", "import"], form) && { form }),
    ...(typeof question === "string" && { question }),
    ...(typeof message === "string" && { message }),
  };
}
