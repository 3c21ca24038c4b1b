import type { Database } from "@understudy/db/client";
import { deleteOtherSessions } from "@understudy/db/queries/account-sessions";
import { inAuth } from "@understudy/db/scope";
import { betterAuth } from "better-auth";
import { createAuthMiddleware } from "better-auth/api";
import { accountRules, type Joining } from "./account-rules.ts";
import { authAdapter } from "./auth-adapter.ts";
import {
  type Authenticate,
  createAuthenticate,
  createFindAccount,
  type FindAccount,
} from "./authenticate.ts";
import { ADDRESS_HEADER, createHandle } from "./handle-request.ts";
import { hashPassword, verifyPassword } from "./hash-password.ts";
import { judgeSignUp } from "./judge-sign-up.ts";
import { cookiePrefix, sessionCookieName } from "./session-cookie.ts";

const SESSION_SECONDS = 30 * 86_400;
const REFRESH_SECONDS = 86_400;
const ATTEMPTS_PER_MINUTE = 20;

export interface AuthOptions extends Joining {
  db: Database;
  appUrl: URL;
  secret: string;
}

export interface Auth {
  authenticate: Authenticate;
  findAccount: FindAccount;
  /** better-auth's routes below `/api/auth`, those that are open. */
  handle(request: Request, ipAddress: string): Promise<Response>;
}

/** Accounts with a password, sessions and keys; everything else better-auth can do is not reachable. */
export function createAuth({ db, appUrl, secret, ...joining }: AuthOptions): Auth {
  const secure = appUrl.protocol === "https:";
  const attempts = { window: 60, max: ATTEMPTS_PER_MINUTE };
  const auth = betterAuth({
    baseURL: appUrl.origin,
    basePath: "/api/auth",
    secret,
    database: authAdapter(db, accountRules(joining)),
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 10,
      maxPasswordLength: 128,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    session: {
      expiresIn: SESSION_SECONDS,
      updateAge: REFRESH_SECONDS,
      additionalFields: { activeTenantId: { type: "string", required: false, input: false } },
    },
    user: {
      additionalFields: {
        invitationToken: { type: "string", required: false, returned: false },
      },
    },
    rateLimit: {
      enabled: true,
      storage: "database",
      window: 60,
      max: 300,
      customRules: { "/sign-in/*": attempts, "/sign-up/*": attempts, "/change-password": attempts },
    },
    hooks: {
      before: createAuthMiddleware(async ({ path, body }) => {
        if (path === "/sign-up/email") await judgeSignUp(db, { signUp: joining.signUp, body });
      }),
    },
    advanced: {
      cookiePrefix: cookiePrefix(secure),
      useSecureCookies: false,
      defaultCookieAttributes: { secure, httpOnly: true, sameSite: "lax", path: "/" },
      /** The door in front judges where a request comes from, for every route alike. */
      disableCSRFCheck: true,
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
    logger: { disabled: true },
    telemetry: { enabled: false },
  });
  const cookie = { name: sessionCookieName(secure), secret };
  const findAccount = createFindAccount(db, cookie);
  /** Whoever knew the old one is out, wherever they are. */
  const endOtherSessions = async (cookieHeader: string | null) => {
    const session = await findAccount({ authorization: null, cookie: cookieHeader });
    if (session) await inAuth(db, (tx) => deleteOtherSessions(tx, session));
  };
  return {
    authenticate: createAuthenticate(db, cookie),
    findAccount,
    handle: createHandle(auth.handler, endOtherSessions),
  };
}
