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
import { isSignUpOpen, judgeSignUp } from "./judge-sign-up.ts";
import {
  newResetToken,
  type Resetting,
  resetLink,
  resetRecord,
  resetSettings,
} from "./reset-password.ts";
import { cookiePrefix, sessionCookieName } from "./session-cookie.ts";

const SESSION_SECONDS = 30 * 86_400;
const REFRESH_SECONDS = 86_400;
const ATTEMPTS_PER_MINUTE = 20;

const GUESSABLE = [
  "/sign-in/*",
  "/sign-up/*",
  "/change-password",
  "/request-password-reset",
  "/reset-password",
];

export interface AuthOptions extends Joining, Resetting {
  secret: string;
}

export interface Auth {
  authenticate: Authenticate;
  findAccount: FindAccount;
  /** A link that sets a new password, once and for an hour; null where no account has the address. */
  makeResetLink(email: string): Promise<string | null>;
  /** Without an invitation. */
  isSignUpOpen(): Promise<boolean>;
  /** better-auth's routes below `/api/auth`, those that are open. */
  handle(request: Request, ipAddress: string): Promise<Response>;
}

/** Accounts with a password, sessions and keys; everything else better-auth can do is not reachable. */
export function createAuth(options: AuthOptions): Auth {
  const { db, appUrl, secret } = options;
  const auth = openBetterAuth(options);
  const cookie = { name: sessionCookieName(isSecure(appUrl)), secret };
  const findAccount = createFindAccount(db, cookie);
  /** Whoever knew the old one is out, wherever they are. */
  const endOtherSessions = async (cookieHeader: string | null) => {
    const session = await findAccount({ authorization: null, cookie: cookieHeader });
    if (session) await inAuth(db, (tx) => deleteOtherSessions(tx, session));
  };
  return {
    authenticate: createAuthenticate(db, cookie),
    findAccount,
    isSignUpOpen: () => isSignUpOpen(db, options.signUp),
    handle: createHandle(auth.handler, endOtherSessions),
    async makeResetLink(email) {
      const { internalAdapter } = await auth.$context;
      const found = await internalAdapter.findUserByEmail(email);
      if (!found) return null;
      const token = newResetToken();
      await internalAdapter.createVerificationValue(resetRecord(found.user.id, token));
      return resetLink(appUrl, token);
    },
  };
}

const isSecure = (appUrl: URL) => appUrl.protocol === "https:";

function openBetterAuth({ db, appUrl, secret, mail, onMailFailed, ...joining }: AuthOptions) {
  const secure = isSecure(appUrl);
  const attempts = { window: 60, max: ATTEMPTS_PER_MINUTE };
  return betterAuth({
    baseURL: appUrl.origin,
    basePath: "/api/auth",
    secret,
    database: authAdapter(db, accountRules(joining)),
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 10,
      maxPasswordLength: 128,
      password: { hash: hashPassword, verify: verifyPassword },
      ...resetSettings({ db, appUrl, mail, onMailFailed }),
    },
    verification: { storeIdentifier: "hashed" },
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
      customRules: Object.fromEntries(GUESSABLE.map((door) => [door, attempts])),
    },
    hooks: {
      before: createAuthMiddleware(async ({ path, body }) => {
        if (path === "/sign-up/email") await judgeSignUp(db, { signUp: joining.signUp, body });
      }),
    },
    advanced: {
      // Who waits for a mail to be taken would know that there is an account.
      backgroundTasks: { handler: () => {} },
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
}
