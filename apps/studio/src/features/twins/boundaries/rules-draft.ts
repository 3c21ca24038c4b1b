import type { AccessGroup } from "@understudy/core/access-group/contract";

type Rules = AccessGroup["overrides"]["boundaries"];

/** Rules as they are typed: those of a twin, or those that a group has beside them. */
export interface RulesDraft {
  draft: { boundaries: Rules };
  bound(fields: Partial<Rules>): void;
}
