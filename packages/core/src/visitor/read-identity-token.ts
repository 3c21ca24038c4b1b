import { jwtVerify } from "jose";
import { z } from "zod";

const LONGEST_LIFE_SECONDS = 86_400;
const CLOCKS_APART_SECONDS = 60;

const Claims = z.object({
  sub: z.string().min(1).max(200),
  name: z.string().trim().min(1).max(120).optional(),
  email: z.email().max(200).optional(),
  groups: z.array(z.string().trim().min(1).max(120)).max(100).default([]),
});

export interface SaidIdentity {
  subject: string;
  name?: string;
  email?: string;
  /** What the customer calls the groups that they are in. */
  groups: string[];
}

/**
 * A JWT (RFC 7519) with HS256 under the widget's identity secret, for that widget (`aud`), with `sub`,
 * `iat` and an `exp` within a day; `groups` names access groups by their claims. Null for anything else.
 */
export async function readIdentityToken(
  token: string,
  { secret, audience }: { secret: string; audience: string },
): Promise<SaidIdentity | null> {
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), {
      algorithms: ["HS256"],
      audience,
      requiredClaims: ["sub", "exp", "iat"],
      maxTokenAge: LONGEST_LIFE_SECONDS,
      clockTolerance: CLOCKS_APART_SECONDS,
    });
    const { sub: subject, ...said } = Claims.parse(payload);
    return { subject, ...said };
  } catch {
    return null;
  }
}
