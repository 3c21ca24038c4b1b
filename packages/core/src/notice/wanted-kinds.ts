import { NOTICE_KINDS } from "@understudy/db/column-values";
import type { Reader } from "@understudy/db/queries/notice-mails";
import type { Role } from "../kernel/permissions.ts";
import type { NoticeKind } from "./contract.ts";

/** What somebody hears of until they choose: what their role lets them act on. */
const SUGGESTED: Record<Role, readonly NoticeKind[]> = {
  owner: NOTICE_KINDS,
  admin: NOTICE_KINDS,
  editor: ["questions", "sources", "quality", "digest"],
  viewer: [],
};

export function wantedKinds({ role, kinds }: Pick<Reader, "role" | "kinds">) {
  const wanted = NOTICE_KINDS.map((kind) => [kind, kinds[kind] ?? SUGGESTED[role].includes(kind)]);
  return Object.fromEntries(wanted) as Record<NoticeKind, boolean>;
}
