import type { Database } from "@understudy/db/client";
import { countUsers } from "@understudy/db/queries/memberships";
import { inAuth } from "@understudy/db/scope";
import { type Joining, signUpClosed } from "./account-rules.ts";
import { invitationNotFound, isInvited } from "./join-by-invitation.ts";

/** Whether whoever comes may make an account, or, by invitation only, the first one there is. */
export async function isSignUpOpen(db: Database, signUp: Joining["signUp"]): Promise<boolean> {
  return signUp === "open" || (await inAuth(db, countUsers)) === 0;
}

/** Refuses before the address is looked for, so that a reply tells nothing of who has an account. */
export async function judgeSignUp(
  db: Database,
  { signUp, body }: { signUp: Joining["signUp"]; body: Record<string, unknown> | undefined },
): Promise<void> {
  const { invitationToken: token, email } = body ?? {};
  if (token !== undefined) {
    const invited = { token: String(token), email: String(email) };
    if (!(await inAuth(db, (tx) => isInvited(tx, invited)))) throw invitationNotFound();
    return;
  }
  if (!(await isSignUpOpen(db, signUp))) throw signUpClosed();
}
