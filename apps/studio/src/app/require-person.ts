import type { QueryClient } from "@tanstack/react-query";
import { redirect } from "@tanstack/react-router";
import { hasSignedInBefore } from "#features/account/signed-in-before.ts";
import { personQuery, signUpQuery } from "#lib/account.ts";

interface Guarded {
  context: { queryClient: QueryClient };
  location: { href: string };
}

/** Leads to signing in (or, in a browser that never was here and may, to signing up) and back again. */
export async function requirePerson({
  context: { queryClient },
  location,
}: Guarded): Promise<void> {
  if (await queryClient.ensureQueryData(personQuery)) return;
  const next = location.href === "/" ? undefined : location.href;
  const isNew = !hasSignedInBefore() && (await queryClient.ensureQueryData(signUpQuery)).isOpen;
  throw redirect({ to: isNew ? "/sign-up" : "/sign-in", search: { next } });
}

export async function requireGuest({ context }: Guarded): Promise<void> {
  if (await context.queryClient.ensureQueryData(personQuery)) throw redirect({ to: "/" });
}
