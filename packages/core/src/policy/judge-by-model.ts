import type { TokenUsage } from "@understudy/rag/chat/chat-model";
import type { Refusal } from "@understudy/rag/policy/judge-question";
import { judgeTopics } from "@understudy/rag/policy/judge-topics";
import { newNonce } from "../answer/write-with-model.ts";
import type { Context } from "../kernel/context.ts";
import type { Governed } from "./governed.ts";

interface Judged {
  refusal: Refusal | null;
  usage: TokenUsage | null;
}

/** Whether a question may be answered by what it asks about, as a model judges it; words decide where none gives a verdict. */
export async function judgeByModel(
  { ports, signal, correlationId }: Context,
  { policies }: Governed,
  { question, byWords }: { question: string; byWords: Refusal | null },
): Promise<Judged> {
  const topics = policies.flatMap(({ policy }) => [
    ...policy.refusedTopics.map((topic) => ({ ...topic, policy, isRefused: true as const })),
    ...policy.allowedTopics.map((topic) => ({ ...topic, policy, isRefused: false as const })),
  ]);
  // What the owner's own words refuse no model lets in.
  const isCertain = byWords?.rule.kind === "refused_topic";
  if (!ports.chat || topics.length === 0 || isCertain) return { refusal: byWords, usage: null };
  const judging = { model: ports.chat, question, topics, nonce: newNonce() };
  const { about, usage } = await judgeTopics(judging, { signal, correlationId });
  if (about === null) return { refusal: byWords, usage };
  const asked = about.map((at) => topics[at]!);
  const refused = asked.find((topic) => topic.isRefused);
  if (refused?.isRefused) {
    const { id, name, reply, policy } = refused;
    const rule = { scope: policy.scope, kind: "refused_topic", id } as const;
    return { refusal: { rule, reply, name, matched: name, decidedBy: "model" }, usage };
  }
  const closed = policies.find(
    ({ policy }) =>
      policy.allowedTopics.length > 0 && !asked.some((topic) => topic.policy === policy),
  );
  if (!closed) return { refusal: null, usage };
  const { scope, outsideReply: reply } = closed.policy;
  const rule = { scope, kind: "allowed_topics", id: null } as const;
  return { refusal: { rule, reply, name: null, matched: null, decidedBy: "model" }, usage };
}
