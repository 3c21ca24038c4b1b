import { z } from "zod";
import { Id } from "../kernel/ids.ts";
import { ConsentText, LeadCapture } from "../visitor/lead.ts";
import { Theme } from "../widget/theme.ts";

const Settings = z.object({
  isOn: z.boolean(),
  /** Search engines may list it. */
  isIndexed: z.boolean(),
  /** Empty: the twin's name; its headline. */
  title: z.string().trim().max(70),
  description: z.string().trim().max(200),
  theme: Theme,
  leadCapture: LeadCapture,
  consentText: ConsentText,
});

export const PublicPage = Settings.extend({ twinId: Id, url: z.string() });
export type PublicPage = z.infer<typeof PublicPage>;
export const UpdatePublicPageInput = Settings.partial().extend({ twinId: Id });
