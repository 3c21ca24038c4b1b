import { setTimeout as delay } from "node:timers/promises";

/** Set here from the connection; what a caller sends under this name is overwritten. */
export const ADDRESS_HEADER = "x-understudy-address";

const CHANGE_PASSWORD = "POST /api/auth/change-password";
const REQUEST_RESET = "POST /api/auth/request-password-reset";
/** Longer than either answer takes, so that none tells whether there is an account. */
const SAME_FOR_ALL_MS = 300;
const OPEN = new Set([
  CHANGE_PASSWORD,
  REQUEST_RESET,
  "POST /api/auth/reset-password",
  "POST /api/auth/sign-up/email",
  "POST /api/auth/sign-in/email",
  "POST /api/auth/sign-out",
  "GET /api/auth/get-session",
]);

/** Only the doors we mean to have: better-auth brings some thirty. */
export function createHandle(
  handler: (request: Request) => Promise<Response>,
  passwordChanged: (cookie: string | null) => Promise<void>,
) {
  return async (request: Request, ipAddress: string): Promise<Response> => {
    const { pathname } = new URL(request.url);
    const door = `${request.method} ${pathname}`;
    if (!OPEN.has(door)) {
      return Response.json(
        { code: "NOT_FOUND", message: "There is nothing here." },
        { status: 404 },
      );
    }
    const headers = new Headers(request.headers);
    headers.set(ADDRESS_HEADER, ipAddress);
    const [reply] = await Promise.all([
      handler(new Request(request, { headers })),
      door === REQUEST_RESET && delay(SAME_FOR_ALL_MS),
    ]);
    if (door === CHANGE_PASSWORD && reply.ok) await passwordChanged(headers.get("cookie"));
    return told(reply);
  };
}

/** The token stays in the cookie: a page's script has no use for it. */
async function told(reply: Response): Promise<Response> {
  const headers = new Headers(reply.headers);
  const retryAfter = headers.get("x-retry-after");
  if (retryAfter) headers.set("retry-after", retryAfter);
  const text = await reply.text();
  const body = text.startsWith("{") ? JSON.stringify(withoutToken(JSON.parse(text))) : text;
  headers.delete("content-length");
  return new Response(body || null, { status: reply.status, headers });
}

function withoutToken(body: Record<string, unknown>): Record<string, unknown> {
  const { token, session, ...rest } = body;
  if (!isRecord(session)) return rest;
  const { token: sessionToken, ...shown } = session;
  return { ...rest, session: shown };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
