import { insertNotice, planNotices } from "@understudy/db/queries/notices";
import type { TenantTx } from "@understudy/db/scope";
import type { WebhookEvent } from "../webhook/contract.ts";
import type { NoticeKind } from "./contract.ts";

/** What members are told of by mail, among what webhooks are told; and what it is about. */
const TOLD: Partial<Record<WebhookEvent, { kind: NoticeKind; about: string }>> = {
  "message.unanswered": { kind: "questions", about: "messageId" },
  "source.failed": { kind: "sources", about: "sourceId" },
  "source.stale": { kind: "sources", about: "sourceId" },
  "quality.regressed": { kind: "quality", about: "runId" },
  "budget.nearly_spent": { kind: "budget", about: "subjectId" },
};

interface Happened {
  type: WebhookEvent;
  twinId: string | null;
  data: object;
}

/** Joins the transaction of what happened: it waits there to be told, with others of its kind. */
export async function noteForMembers(
  tx: TenantTx,
  { type, twinId, data }: Happened,
): Promise<void> {
  const told = TOLD[type];
  const details: Record<string, unknown> = { ...data };
  // What members ask while they try the twin out is no news to them.
  if (!told || details.channel === "studio") return;
  const { kind, about } = told;
  await insertNotice(tx, { twinId, kind, event: type, subjectId: String(details[about]), details });
  await planNotices(tx, { kind, twinId });
}
