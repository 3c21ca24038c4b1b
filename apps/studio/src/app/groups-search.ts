import { isOneOf } from "./is-one-of.ts";

export const GROUP_PARTS = ["members", "content", "limits", "voice", "group"] as const;
export type GroupPart = (typeof GROUP_PARTS)[number];

/** What the address says about access groups: the one that lies open, and which part of it. */
export interface GroupsSearch {
  group?: string;
  part?: GroupPart;
}

export function readGroupsSearch({ group, part }: Record<string, unknown>): GroupsSearch {
  return {
    ...(typeof group === "string" && { group }),
    ...(isOneOf(GROUP_PARTS, part) && { part }),
  };
}
