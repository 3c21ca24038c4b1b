/** Who someone is, as a credential proves it; what they may do is judged elsewhere. */
export type Identity =
  | { kind: "user"; userId: string; sessionId: string; tenantId: string; role: string }
  | {
      kind: "api_key";
      apiKeyId: string;
      tenantId: string;
      keyKind: "secret" | "publishable";
      /** Null: every twin of the tenant. */
      twinIds: string[] | null;
      /** Null: all that a key of its kind may do. */
      scopes: string[] | null;
    }
  | VisitorIdentity;

/** A visitor by the token of their visit; whether it counts where they stand is judged elsewhere. */
export interface VisitorIdentity {
  kind: "visitor";
  visitorSessionId: string;
  visitorId: string;
  personId: string;
  tenantId: string;
  twinId: string;
  channel: "link" | "widget" | "page";
  origin: string | null;
  apiKeyId: string | null;
  widgetId: string | null;
  shareLinkId: string | null;
  leadMissing: boolean;
  citationsShown: "none" | "excerpt" | "full";
  /** Of a widget: where it may stand now. */
  allowedOrigins: string[] | null;
}

/** `anonymous`: nothing was shown. `refused`: something was shown that proves nothing. */
export type Authentication =
  | { kind: "anonymous" }
  | { kind: "refused" }
  | { kind: "known"; identity: Identity };
