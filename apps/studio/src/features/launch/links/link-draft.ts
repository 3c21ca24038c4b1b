import type { ShareLink } from "@understudy/core/share-link/contract";
import type { LeadDraft } from "../lead-fields.tsx";

/** A link as it is typed: an empty field is nothing set. */
export interface LinkDraft extends LeadDraft {
  name: string;
  slug: string;
  password: string;
  removesPassword: boolean;
  expires: string;
  visitorLimit: string;
  messageLimit: string;
  accessGroupIds: string[];
  /** Null: whatever its visitors may see. */
  sourceIds: string[] | null;
}

export function draftOf(link?: ShareLink): LinkDraft {
  return {
    name: link?.name ?? "",
    slug: link && !link.isUnlisted ? link.slug : "",
    password: "",
    removesPassword: false,
    expires: link?.expiresAt ? toLocalMinute(new Date(link.expiresAt)) : "",
    visitorLimit: link?.visitorLimit?.toString() ?? "",
    messageLimit: link?.messageLimit?.toString() ?? "",
    accessGroupIds: link?.accessGroupIds ?? [],
    sourceIds: link?.sourceIds ?? null,
    leadCapture: link?.leadCapture ?? "off",
    consentText: link?.consentText ?? "",
  };
}

/** What making a link takes. */
export function readNew(draft: LinkDraft) {
  const { name, slug, password, leadCapture, consentText, accessGroupIds, sourceIds } = draft;
  const { expiresAt, visitorLimit, messageLimit } = readBounds(draft);
  return {
    name,
    leadCapture,
    consentText,
    ...(accessGroupIds.length > 0 && { accessGroupIds }),
    ...(sourceIds && { sourceIds }),
    ...(slug && { slug }),
    ...(password && { password }),
    ...(expiresAt && { expiresAt }),
    ...(visitorLimit && { visitorLimit }),
    ...(messageLimit && { messageLimit }),
  };
}

/** What changing one takes: null takes away; an end that was not touched is left as it is. */
export function readChanges(draft: LinkDraft, link: ShareLink) {
  const { name, password, removesPassword, leadCapture, consentText } = draft;
  const { expiresAt, ...limits } = readBounds(draft);
  const before = draftOf(link);
  const isSameEnd = draft.expires === before.expires;
  const isSame = (name: "accessGroupIds" | "sourceIds") =>
    JSON.stringify(draft[name]) === JSON.stringify(before[name]);
  return {
    ...(!isSame("accessGroupIds") && { accessGroupIds: draft.accessGroupIds }),
    ...(!isSame("sourceIds") && { sourceIds: draft.sourceIds }),
    name,
    leadCapture,
    consentText,
    ...limits,
    ...(!isSameEnd && { expiresAt }),
    ...(password ? { password } : removesPassword && { password: null }),
  };
}

function readBounds({ expires, visitorLimit, messageLimit }: LinkDraft) {
  return {
    expiresAt: expires ? new Date(expires).toISOString() : null,
    visitorLimit: visitorLimit ? Number(visitorLimit) : null,
    messageLimit: messageLimit ? Number(messageLimit) : null,
  };
}

/** As a field of date and time has it, in the reader's own time. */
function toLocalMinute(moment: Date): string {
  const local = new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}
