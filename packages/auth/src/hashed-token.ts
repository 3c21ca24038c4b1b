import type { AuthCondition } from "@understudy/db/queries/auth-records";
import type { CleanedWhere } from "better-auth/adapters";
import { hashToken } from "./hash-token.ts";

/** Session tokens reach the database as hashes only; the raw one lives in the cookie and nowhere else. */
export function hashedValues({ token, ...values }: Record<string, unknown>) {
  return typeof token === "string" ? { ...values, tokenHash: hashToken(token) } : values;
}

export function hashedConditions(where: readonly CleanedWhere[]): AuthCondition[] {
  return where.map(({ field, value, operator, connector }) =>
    field === "token"
      ? { field: "tokenHash", value: hashEach(value), operator, connector }
      : { field, value, operator, connector },
  );
}

function hashEach(value: unknown): unknown {
  return Array.isArray(value)
    ? value.map((token) => hashToken(String(token)))
    : hashToken(String(value));
}

/** Who looked a session up by its token has the token; who did not, does not get it. */
export function withToken(row: Record<string, unknown>, where: readonly CleanedWhere[]) {
  const token = where.find(({ field, operator }) => field === "token" && operator === "eq")?.value;
  return token === undefined ? row : { ...row, token };
}
