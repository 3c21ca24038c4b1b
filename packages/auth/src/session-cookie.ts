import { createHmac, timingSafeEqual } from "node:crypto";

/** `__Host-` binds the cookie to this host and to https; browsers refuse it on plain http. */
export function cookiePrefix(secure: boolean): string {
  return secure ? "__Host-understudy" : "understudy";
}

export function sessionCookieName(secure: boolean): string {
  return `${cookiePrefix(secure)}.session_token`;
}

/** The session token of a request, when the cookie carries our signature; better-auth's own format. */
export function readSessionToken(
  cookieHeader: string | null,
  { name, secret }: { name: string; secret: string },
): string | null {
  const value = cookieValue(cookieHeader ?? "", name);
  const dot = value?.lastIndexOf(".") ?? -1;
  if (!value || dot < 1) return null;
  const token = value.slice(0, dot);
  const expected = createHmac("sha256", secret).update(token).digest();
  const given = Buffer.from(value.slice(dot + 1), "base64");
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}

function cookieValue(header: string, name: string): string | null {
  for (const pair of header.split(";")) {
    const equals = pair.indexOf("=");
    if (equals > 0 && pair.slice(0, equals).trim() === name) return decode(pair.slice(equals + 1));
  }
  return null;
}

function decode(value: string): string | null {
  try {
    return decodeURIComponent(value.trim());
  } catch {
    return null;
  }
}
