import type { AnswerCitation } from "../answer/answer.ts";
import type { Citation } from "./contract.ts";

/** A citation as readers get it: which version of a source it came from is ours to know. */
export function showCitation({ sourceVersionId: _, ...shown }: AnswerCitation): Citation {
  return shown;
}
