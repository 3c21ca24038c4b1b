import type { ViolationKind } from "@understudy/db/column-values";
import type { NewViolation } from "@understudy/db/queries/governance";
import type { PersonalSpan } from "@understudy/rag/policy/personal/kinds";

export type Place = Pick<NewViolation, "twinId" | "conversationId" | "messageId">;

/** One for each kind of what was hidden, with how often there was something of it. */
export function violationsOf(
  kind: ViolationKind,
  hidden: readonly Pick<PersonalSpan, "kind">[],
  place: Place,
): NewViolation[] {
  const counts = Map.groupBy(hidden, (each) => each.kind);
  return Array.from(counts, ([subject, some]) => ({ ...place, kind, subject, count: some.length }));
}
