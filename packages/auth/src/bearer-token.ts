export type BearerCredential =
  | { kind: "none" }
  | { kind: "malformed" }
  | { kind: "token"; token: string };

const BEARER = /^bearer +([!-~]{1,512})$/i;

/** An Authorization header that is there but is not one well-formed bearer token is a refusal, not an absence. */
export function readBearer(authorization: string | null): BearerCredential {
  if (authorization === null) return { kind: "none" };
  const token = BEARER.exec(authorization.trim())?.[1];
  return token ? { kind: "token", token } : { kind: "malformed" };
}
