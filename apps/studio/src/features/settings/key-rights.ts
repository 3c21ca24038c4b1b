import type { RouterInput } from "#lib/trpc.ts";

type Scopes = RouterInput["apiKey"]["create"]["scopes"];

/** What a key may do at most, from everything to one thing. */
export const KEY_RIGHTS = {
  all: { label: "Everything but keys and the workspace itself", scopes: undefined },
  teach: {
    label: "Teach and ask",
    scopes: ["twin.read", "twin.ask", "source.read", "source.write", "job.read", "knowledge.read"],
  },
  ask: { label: "Only ask", scopes: ["twin.ask"] },
} as const satisfies Record<string, { label: string; scopes: Scopes }>;

export type KeyRight = keyof typeof KEY_RIGHTS;

export const KEY_RIGHT_NAMES = Object.keys(KEY_RIGHTS) as KeyRight[];

/** The words for what a key may do. */
export function describeRights(scopes: readonly string[] | null): string {
  if (scopes === null) return "Everything";
  return scopes.length === 1 && scopes[0] === "twin.ask" ? "Only ask" : scopes.join(", ");
}
