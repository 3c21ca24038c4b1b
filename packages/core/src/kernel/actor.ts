import type { CitationVisibility, VisitorChannel } from "@understudy/db/column-values";
import { type Permission, type Role, roleHolds, VISITOR_PERMISSION } from "./permissions.ts";

/** Someone who talks to one twin, in conversations of their own. */
export interface VisitorActor {
  kind: "visitor";
  visitorSessionId: string;
  visitorId: string;
  /** The first record of whoever they have proved to be; their own without a proof. */
  personId: string;
  tenantId: string;
  twinId: string;
  channel: VisitorChannel;
  /** The key of the widget or link they came by. */
  apiKeyId: string | null;
  widgetId: string | null;
  shareLinkId: string | null;
  /** Null: no browser said where it stood. */
  origin: string | null;
  /** They have to say who they are before they ask. */
  leadMissing: boolean;
  /** What they see of where an answer comes from. */
  citationsShown: CitationVisibility;
}

/** Who acts, as the credential says; the tenant comes from here and from nowhere else. */
export type Actor =
  | { kind: "user"; userId: string; sessionId: string; tenantId: string; role: Role }
  | {
      kind: "api_key";
      apiKeyId: string;
      tenantId: string;
      /** Null: every twin of the tenant. */
      twinIds: string[] | null;
      permissions: readonly Permission[];
    }
  | VisitorActor
  | { kind: "system"; tenantId: string };

/** The twins that an actor is bound to; null: every one of the tenant. */
export function twinIdsOf(actor: Actor): string[] | null {
  if (actor.kind === "visitor") return [actor.twinId];
  return actor.kind === "api_key" ? actor.twinIds : null;
}

export function actorHolds(actor: Actor, permission: Permission): boolean {
  switch (actor.kind) {
    case "user":
      return roleHolds(actor.role, permission);
    case "api_key":
      return actor.permissions.includes(permission);
    case "visitor":
      return permission === VISITOR_PERMISSION;
    case "system":
      return true;
  }
}
