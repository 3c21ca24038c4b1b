import type { VisitorChannel } from "@understudy/db/column-values";
import type { PublicPageRow } from "@understudy/db/queries/public-pages";
import type { Lead } from "./lead.ts";
import type { TwinForVisitors } from "./twin-for-visitors.ts";

/** What was shown has opened: one twin, by one way in. */
export interface Grant extends TwinForVisitors {
  tenantId: string;
  channel: VisitorChannel;
  apiKeyId: string | null;
  widgetId: string | null;
  shareLinkId: string | null;
  theme: object;
  lead: Lead;
  /** Where it may stand; null: on our own pages only. */
  allowedOrigins: string[] | null;
  passwordHash: string | null;
  /** What the owner set for pages of ours; undefined: nothing. */
  page?: PublicPageRow;
}

/** For counting: a widget, a link or a page is one subject. */
export function subjectOf({ apiKeyId, twin }: Grant): string {
  return apiKeyId ?? twin.id;
}
