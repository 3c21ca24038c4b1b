import { composeAnswer } from "@understudy/rag/answer/compose-answer";
import { quoteAnswer } from "@understudy/rag/answer/quote-answer";
import { ANSWER_SETTINGS } from "@understudy/rag/answer/weights";
import { citePassage } from "../answer/cite-passage.ts";
import { showCitation } from "../conversation/show-citation.ts";
import { useCase } from "../kernel/use-case.ts";
import { findPassages } from "../knowledge/find-passages.ts";
import { ClusterRef, Suggestion } from "./contract.ts";
import { requireCluster } from "./require-cluster.ts";

const PASSAGES = 8;
/** Far less sure than what a visitor is given: its owner reads it before anyone else does. */
const LEAST_CONFIDENCE = 0.1;

/** What of the sources is near to a question, word for word, as the beginning of an answer. */
export const suggestAnswer = useCase({
  permission: "clarification.read",
  input: ClusterRef,
  output: Suggestion,
  run: async (ctx, { clusterId }) => {
    const { twinId, title } = await ctx.transaction((tx) => requireCluster(tx, clusterId));
    const asked = { twinId, query: title, limit: PASSAGES, reach: null };
    const { passages: found, termIdf } = await findPassages(ctx, asked);
    const passages = found.map((passage) => ({ ...passage, title: passage.sourceTitle }));
    const settings = { ...ANSWER_SETTINGS, answerThreshold: LEAST_CONFIDENCE };
    const picked = quoteAnswer({ question: title, passages, termWeight: termIdf, settings });
    const { text, parts } = composeAnswer({ passages, sentences: picked.sentences });
    const citations = parts.map(({ passage, answerSpan, ...span }) =>
      showCitation(citePassage(found[passage]!, span, answerSpan)),
    );
    return { text: text || null, citations };
  },
});
