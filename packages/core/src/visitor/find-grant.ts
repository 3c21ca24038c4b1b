import { findUsableApiKey } from "@understudy/db/queries/api-keys";
import type { MemberWay } from "@understudy/db/queries/group-memberships";
import { findPublicPage } from "@understudy/db/queries/public-pages";
import { resolveApiKey, resolveTwinHandle } from "@understudy/db/queries/resolve";
import { findShareLink } from "@understudy/db/queries/share-links";
import { findWidget, listOrigins } from "@understudy/db/queries/widgets";
import type { TenantTx } from "@understudy/db/scope";
import { hashApiKey } from "../api-key/make-api-key.ts";
import { DomainError, notFound } from "../kernel/domain-error.ts";
import type { Door } from "../kernel/door.ts";
import { Handle } from "../twin/contract.ts";
import type { Via } from "./contract.ts";
import type { Grant } from "./grant.ts";
import { consentWords } from "./lead.ts";
import { findTwinForVisitors, type TwinForVisitors } from "./twin-for-visitors.ts";

const PUBLISHABLE = /^us_pk_/;
const ANY_KEY = /^us_[a-z]{2}_/;

/** What it opens now; absent, ended, expired, switched off and another's all look the same. */
export async function findGrant(door: Door, via: Via): Promise<Grant> {
  const grant = await lookFor(door, via);
  if (grant) return grant;
  if ("publishableKey" in via) {
    throw new DomainError("forbidden", "widget.key_refused", "This key opens nothing.");
  }
  throw "handle" in via ? notFound("twin") : linkNotFound();
}

/** The same for a wrong password and for a link that there is not. */
export function linkNotFound(): DomainError {
  return new DomainError(
    "not_found",
    "shareLink.not_found",
    "There is no such link, or its password is another.",
  );
}

async function lookFor(door: Door, via: Via): Promise<Grant | null> {
  if ("handle" in via) return findPage(door, via.handle);
  const isLink = "shareSlug" in via;
  const shown = isLink ? via.shareSlug : via.publishableKey;
  if (isLink === ANY_KEY.test(shown) || (!isLink && !PUBLISHABLE.test(shown))) return null;
  const resolved = await door.resolve((tx) => resolveApiKey(tx, hashApiKey(shown)));
  if (!resolved) return null;
  const { apiKeyId, tenantId } = resolved;
  return door.enter({ kind: "system", tenantId }).transaction(async (tx) => {
    const key = await findUsableApiKey(tx, apiKeyId);
    const found = isLink
      ? await findLink(tx, key?.shareLinkId)
      : await findPlaced(tx, key?.widgetId);
    const behind = found && (await findTwinForVisitors(tx, found.twinId, wayOf(found)));
    if (!found || !behind) return null;
    const { twinId: _, ...way } = found;
    return { ...way, ...behind, tenantId, apiKeyId };
  });
}

type Way = Omit<Grant, "tenantId" | "apiKeyId" | keyof TwinForVisitors> & { twinId: string };

/** What its visitors are in groups by; those of a key by itself are not known by a way. */
function wayOf({ shareLinkId, widgetId }: Way): MemberWay | null {
  if (shareLinkId) return { kind: "link", id: shareLinkId };
  return widgetId ? { kind: "widget", id: widgetId } : null;
}

async function findLink(tx: TenantTx, shareLinkId: string | null = null): Promise<Way | null> {
  const link = shareLinkId ? await findShareLink(tx, shareLinkId) : undefined;
  if (!link?.isOn) return null;
  const page = await findPublicPage(tx, link.twinId);
  return {
    twinId: link.twinId,
    channel: "link",
    widgetId: null,
    shareLinkId: link.id,
    theme: page?.theme ?? {},
    page,
    lead: { ask: link.leadCapture, consentText: consentWords(link.consentText) },
    allowedOrigins: null,
    passwordHash: link.passwordHash,
  };
}

async function findPlaced(tx: TenantTx, widgetId: string | null = null): Promise<Way | null> {
  const widget = widgetId ? await findWidget(tx, widgetId) : undefined;
  if (!widget) return null;
  const origins = await listOrigins(tx, [widget.id]);
  return {
    twinId: widget.twinId,
    channel: "widget",
    widgetId: widget.id,
    shareLinkId: null,
    theme: widget.theme,
    lead: { ask: widget.leadCapture, consentText: consentWords(widget.consentText) },
    allowedOrigins: origins.map(({ origin }) => origin),
    passwordHash: null,
  };
}

async function findPage(door: Door, handle: string): Promise<Grant | null> {
  if (!Handle.safeParse(handle).success) return null;
  const resolved = await door.resolve((tx) => resolveTwinHandle(tx, handle));
  if (!resolved) return null;
  const { tenantId, twinId } = resolved;
  return door.enter({ kind: "system", tenantId }).transaction(async (tx) => {
    const [behind, page] = await Promise.all([
      findTwinForVisitors(tx, twinId, null),
      findPublicPage(tx, twinId),
    ]);
    if (!behind || page?.isOn === false) return null;
    return {
      ...behind,
      tenantId,
      channel: "page",
      apiKeyId: null,
      widgetId: null,
      shareLinkId: null,
      theme: page?.theme ?? {},
      page,
      lead: { ask: page?.leadCapture ?? "off", consentText: consentWords(page?.consentText) },
      allowedOrigins: null,
      passwordHash: null,
    };
  });
}
