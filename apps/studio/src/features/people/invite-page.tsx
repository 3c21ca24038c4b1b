import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { InvitationPreview } from "@understudy/core/invitation/contract";
import { AuthPage } from "#features/account/auth-page.tsx";
import { SignUpForm } from "#features/account/sign-up-form.tsx";
import { personQuery } from "#lib/account.ts";
import { explainFailure } from "#lib/explain-failure.ts";
import { useTRPC } from "#lib/trpc.ts";
import { usePageTitle } from "#lib/use-page-title.ts";
import { PageSkeleton } from "#ui/skeleton.tsx";
import { AcceptInvitation } from "./accept-invitation.tsx";
import { ROLE_WORDS } from "./role-words.ts";

export function InvitePage() {
  usePageTitle("Invitation");
  const trpc = useTRPC();
  const { token } = useParams({ from: "/invite/$token" });
  const { data: person } = useSuspenseQuery(personQuery);
  const preview = useQuery(trpc.invitation.preview.queryOptions({ token }));
  if (preview.isPending) return <PageSkeleton />;
  if (preview.error) return <NoInvitation error={preview.error} />;
  const invitation = preview.data;
  return (
    <AuthPage
      title={`Join ${invitation.tenantName}`}
      detail={describeInvitation(invitation)}
      footer={!person && <SignInInstead token={token} />}
    >
      {person ? (
        <AcceptInvitation token={token} invitation={invitation} person={person} />
      ) : (
        <SignUpForm action="Create account and join" invited={{ email: invitation.email, token }} />
      )}
    </AuthPage>
  );
}

function describeInvitation({ invitedBy, role, email }: InvitationPreview): string {
  const { name, does } = ROLE_WORDS[role];
  const who = invitedBy ? `${invitedBy} invites ${email}` : `${email} is invited`;
  return `${who} to work on its twins. Your role: ${name.toLowerCase()}. ${does}.`;
}

function SignInInstead({ token }: { token: string }) {
  return (
    <>
      Already have an account?{" "}
      <Link
        to="/sign-in"
        search={{ next: `/invite/${token}` }}
        className="font-medium text-accent-text underline"
      >
        Sign in and join
      </Link>
    </>
  );
}

function NoInvitation({ error }: { error: unknown }) {
  const { text } = explainFailure(error);
  return (
    <AuthPage
      title="This invitation can't be opened"
      detail={text}
      footer={
        <Link to="/" className="font-medium text-accent-text underline">
          Go to the start
        </Link>
      }
    >
      {null}
    </AuthPage>
  );
}
