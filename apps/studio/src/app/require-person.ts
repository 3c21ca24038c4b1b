import type { QueryClient } from "@tanstack/react-query";
import { redirect } from "@tanstack/react-router";
import { hasSignedInBefore } from "#features/account/signed-in-before.ts";
import { personQuery } from "#lib/account.ts";

interface Guarded {
  context: { queryClient: QueryClient };
  location: { href: string };
}

/** Leads to signing in (or, in a browser that never was here, to signing up) and back again. */
export async function requirePerson({ context, location }: Guarded): Promise<void> {
  if (await context.queryClient.ensureQueryData(personQuery)) return;
  const next = location.href === "/" ? undefined : location.href;
  throw redirect({ to: hasSignedInBefore() ? "/sign-in" : "/sign-up", search: { next } });
}

export async function requireGuest({ context }: Guarded): Promise<void> {
  if (await context.queryClient.ensureQueryData(personQuery)) throw redirect({ to: "/" });
}
