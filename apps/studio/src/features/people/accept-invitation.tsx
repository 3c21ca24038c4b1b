import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { InvitationPreview } from "@understudy/core/invitation/contract";
import { type Person, personQuery, signOut } from "#lib/account.ts";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { FormFailure } from "#ui/form-failure.tsx";

/** One click for whom it is for; whoever else is signed in here is told, and can leave. */
export function AcceptInvitation({
  token,
  invitation: { email, tenantName },
  person,
}: {
  token: string;
  invitation: InvitationPreview;
  person: Person;
}) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const accept = useMutation(
    trpc.invitation.accept.mutationOptions({
      meta: { inline: true },
      onSuccess: () => window.location.assign("/"),
    }),
  );
  const leave = useMutation({
    mutationFn: signOut,
    onSuccess: () => queryClient.setQueryData(personQuery.queryKey, null),
  });
  if (person.email.toLowerCase() !== email) {
    return (
      <div className="grid gap-4">
        <p>
          You are signed in as {person.email}. This invitation is for {email}.
        </p>
        <Button disabled={leave.isPending} onClick={() => leave.mutate()}>
          Sign out and go on as {email}
        </Button>
      </div>
    );
  }
  return (
    <div className="grid gap-4">
      <FormFailure error={accept.error} />
      <Button
        variant="primary"
        disabled={accept.isPending || accept.isSuccess}
        onClick={() => accept.mutate({ token })}
      >
        {accept.isPending ? "Joining…" : `Join ${tenantName}`}
      </Button>
    </div>
  );
}
