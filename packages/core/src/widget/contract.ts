import { z } from "zod";
import { AccessGroupIds } from "../access-group/contract.ts";
import { OverlapHours } from "../api-key/contract.ts";
import { Id, Timestamp } from "../kernel/ids.ts";
import { PageInput, pageOf } from "../kernel/page.ts";
import { ConsentText, LeadCapture } from "../visitor/lead.ts";
import { AllowedOrigin } from "./origin.ts";
import { Theme } from "./theme.ts";

const MOST_ORIGINS = 100;
const Name = z.string().trim().min(1, "A widget needs a name.").max(80);
const AllowedDomains = z.array(AllowedOrigin).max(MOST_ORIGINS);

export const Widget = z.object({
  id: Id,
  twinId: Id,
  name: z.string(),
  /** Exact origins, or `https://*.example.com` for one label; none: it answers nowhere. */
  allowedDomains: z.array(z.string()),
  theme: Theme,
  leadCapture: LeadCapture,
  consentText: z.string(),
  /** The first characters of its key. */
  keyPrefix: z.string(),
  /** Of the keys that it had before and that still open it. */
  oldKeysEndAt: Timestamp.nullable(),
  lastUsedAt: Timestamp.nullable(),
  hasIdentitySecret: z.boolean(),
  /** The groups that its visitors are in. */
  accessGroupIds: z.array(Id),
  createdAt: Timestamp,
});
export type Widget = z.infer<typeof Widget>;

export const CreateWidgetInput = z.object({
  twinId: Id,
  name: Name.default("Website"),
  allowedDomains: AllowedDomains,
  theme: Theme.default(Theme.parse({})),
  leadCapture: LeadCapture.default("off"),
  consentText: ConsentText.default(""),
  accessGroupIds: AccessGroupIds.default([]),
});
export const UpdateWidgetInput = z.object({
  widgetId: Id,
  name: Name.optional(),
  allowedDomains: AllowedDomains.optional(),
  theme: Theme.optional(),
  leadCapture: LeadCapture.optional(),
  consentText: ConsentText.optional(),
  accessGroupIds: AccessGroupIds.optional(),
});
export const WidgetRef = z.object({ widgetId: Id });
export const ListWidgetsInput = PageInput.extend({ twinId: Id });
export const WidgetPage = pageOf(Widget);

/** The key stands in the pages it is for; the snippet is ready to paste. */
export const Snippet = z.object({ publishableKey: z.string(), snippet: z.string() });
export const KeyedWidget = Widget.extend(Snippet.shape);

/** The old key works for so long beside the new one. */
export const RotateWidgetKeyInput = WidgetRef.extend({ overlapHours: OverlapHours });

/** Shown this once. */
export const IdentitySecret = z.object({ widgetId: Id, identitySecret: z.string() });
