import type { Database } from "@understudy/db/client";
import { findUsableApiKey, touchApiKey } from "@understudy/db/queries/api-keys";
import { resolveApiKey, resolveVisitorToken } from "@understudy/db/queries/resolve";
import {
  findSessionAccount,
  findSessionIdentity,
  type SessionAccount,
} from "@understudy/db/queries/session-identity";
import { findUsableVisit } from "@understudy/db/queries/visitor-sessions";
import { listOrigins } from "@understudy/db/queries/widgets";
import { inAuth, inResolver, inTenant } from "@understudy/db/scope";
import { readBearer } from "./bearer-token.ts";
import { hashToken } from "./hash-token.ts";
import type { Authentication, Identity } from "./identity.ts";
import { readSessionToken } from "./session-cookie.ts";

const API_KEY = /^us_(sk|pk)_[A-Za-z0-9_-]{43}$/;
const VISITOR_TOKEN = /^us_vt_[A-Za-z0-9_-]{43}$/;

export interface Credentials {
  authorization: string | null;
  cookie: string | null;
}

/** One verifier for every door. A bearer that proves nothing is refused, whatever the cookie says. */
export type Authenticate = (credentials: Credentials) => Promise<Authentication>;

export function createAuthenticate(
  db: Database,
  cookie: { name: string; secret: string },
): Authenticate {
  return async ({ authorization, cookie: cookieHeader }) => {
    const bearer = readBearer(authorization);
    if (bearer.kind === "malformed") return { kind: "refused" };
    if (bearer.kind === "token") return judged(await identifyBearer(db, bearer.token));
    const token = readSessionToken(cookieHeader, cookie);
    if (token === null) return { kind: "anonymous" };
    return judged(await identifySession(db, token));
  };
}

/** The account of a browser's session, whether or not it belongs to a tenant now. */
export type FindAccount = (credentials: Credentials) => Promise<SessionAccount | null>;

export function createFindAccount(
  db: Database,
  cookie: { name: string; secret: string },
): FindAccount {
  return async ({ authorization, cookie: cookieHeader }) => {
    const token = authorization === null ? readSessionToken(cookieHeader, cookie) : null;
    if (token === null) return null;
    return (await inAuth(db, (tx) => findSessionAccount(tx, hashToken(token)))) ?? null;
  };
}

function judged(identity: Identity | null): Authentication {
  return identity ? { kind: "known", identity } : { kind: "refused" };
}

/** The role is read with each request, so that a removed member is out with the next one. */
async function identifySession(db: Database, token: string): Promise<Identity | null> {
  const session = await inAuth(db, (tx) => findSessionIdentity(tx, hashToken(token)));
  return session ? { kind: "user", ...session } : null;
}

function identifyBearer(db: Database, token: string): Promise<Identity | null> {
  return VISITOR_TOKEN.test(token) ? identifyVisitor(db, token) : identifyKey(db, token);
}

async function identifyVisitor(db: Database, token: string): Promise<Identity | null> {
  const resolved = await inResolver(db, (tx) => resolveVisitorToken(tx, hashToken(token)));
  if (!resolved) return null;
  const { visitorSessionId, tenantId } = resolved;
  return inTenant(db, { tenantId }, async (tx) => {
    const visit = await findUsableVisit(tx, visitorSessionId);
    if (!visit) return null;
    const { widgetId } = visit;
    const rows = widgetId ? await listOrigins(tx, [widgetId]) : null;
    const allowedOrigins = rows?.map(({ origin }) => origin) ?? null;
    return { kind: "visitor", visitorSessionId, tenantId, ...visit, allowedOrigins };
  });
}

async function identifyKey(db: Database, key: string): Promise<Identity | null> {
  if (!API_KEY.test(key)) return null;
  const resolved = await inResolver(db, (tx) => resolveApiKey(tx, hashToken(key)));
  if (!resolved) return null;
  const { apiKeyId, tenantId } = resolved;
  const row = await inTenant(db, { tenantId }, async (tx) => {
    const usable = await findUsableApiKey(tx, apiKeyId);
    if (usable) await touchApiKey(tx, apiKeyId);
    return usable;
  });
  if (!row) return null;
  const { kind: keyKind, twinIds, scopes } = row;
  return { kind: "api_key", apiKeyId, tenantId, keyKind, twinIds, scopes };
}
