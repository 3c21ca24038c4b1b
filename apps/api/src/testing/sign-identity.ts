import { createHmac } from "node:crypto";

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** A customer's server vouches for someone: a JWT with HS256, for five minutes from now. */
export function signIdentity(
  { widgetId, secret }: { widgetId: string; secret: string },
  claims: object,
): string {
  const now = Math.floor(Date.now() / 1_000);
  const stated = { sub: "someone", aud: widgetId, iat: now, exp: now + 300, ...claims };
  const unsigned = `${encode({ alg: "HS256", typ: "JWT" })}.${encode(stated)}`;
  return `${unsigned}.${createHmac("sha256", secret).update(unsigned).digest("base64url")}`;
}
