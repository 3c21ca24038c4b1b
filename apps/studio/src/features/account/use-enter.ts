import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { personQuery } from "#lib/account.ts";
import { rememberSignIn } from "./signed-in-before.ts";

/** Runs a way in, and leads on to where the person was going. */
export function useEnter<Input>(way: (input: Input) => Promise<void>, next: string | undefined) {
  const queryClient = useQueryClient();
  const router = useRouter();
  return useMutation({
    mutationFn: way,
    meta: { inline: true },
    onSuccess: async () => {
      rememberSignIn();
      await queryClient.fetchQuery({ ...personQuery, staleTime: 0 });
      await router.navigate({ href: next ?? "/", replace: true });
    },
  });
}
