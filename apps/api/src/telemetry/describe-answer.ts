import type { Attributes } from "@opentelemetry/api";
import type { Actor } from "@understudy/core/kernel/actor";

/**
 * Ids by the names that Langfuse and OpenTelemetry's conventions for generative models read. A visitor
 * is the id of their row: who they are is known here only, and to nobody once they are erased.
 */
export function describeAnswer(actor: Actor, conversationId: string): Attributes {
  return {
    "langfuse.trace.name": "answer",
    "session.id": conversationId,
    "gen_ai.conversation.id": conversationId,
    "understudy.tenant.id": actor.tenantId,
    ...userOf(actor),
  };
}

function userOf(actor: Actor): Attributes {
  if (actor.kind === "visitor") return { "user.id": actor.personId };
  if (actor.kind === "user") return { "user.id": actor.userId };
  return actor.kind === "api_key" ? { "user.id": actor.apiKeyId } : {};
}
