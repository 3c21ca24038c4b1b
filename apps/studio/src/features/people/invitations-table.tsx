import { useMutation } from "@tanstack/react-query";
import type { Invitation } from "@understudy/core/invitation/contract";
import { formatAgo, formatMoment } from "#lib/format-time.ts";
import { useTRPC } from "#lib/trpc.ts";
import { useNow } from "#lib/use-now.ts";
import { Button } from "#ui/button.tsx";
import { TABLE_CELL, TABLE_HEAD, TABLE_ROW } from "#ui/table.ts";
import { ROLE_WORDS } from "./role-words.ts";
import { useReadPeopleAgain } from "./use-people.ts";

export function InvitationsTable({ invitations }: { invitations: readonly Invitation[] }) {
  const trpc = useTRPC();
  const now = useNow();
  const readAgain = useReadPeopleAgain();
  const revoke = useMutation(
    trpc.invitation.revoke.mutationOptions({ onSettled: () => readAgain() }),
  );
  return (
    <table aria-label="Invitations" className="w-full table-fixed border-t border-line">
      <thead>
        <tr>
          <th className={TABLE_HEAD}>Address</th>
          <th className={`${TABLE_HEAD} w-36 max-md:w-20`}>Role</th>
          <th className={`${TABLE_HEAD} w-32 max-sm:hidden`}>Runs out</th>
          <th className={`${TABLE_HEAD} w-28`}>
            <span className="sr-only">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {invitations.map(({ id, email, role, invitedBy, expiresAt, isExpired }) => (
          <tr key={id} className={TABLE_ROW}>
            <td className={`${TABLE_CELL} py-1.5`}>
              <p className="truncate font-medium">{email}</p>
              {invitedBy && <p className="truncate text-sm text-muted">Invited by {invitedBy}</p>}
            </td>
            <td className={TABLE_CELL}>{ROLE_WORDS[role].name}</td>
            <td className={`${TABLE_CELL} text-muted max-sm:hidden`}>
              <time dateTime={expiresAt} title={formatMoment(expiresAt)}>
                {isExpired ? "Has run out" : formatAgo(expiresAt, now)}
              </time>
            </td>
            <td className={`${TABLE_CELL} text-right`}>
              <Button
                size="small"
                disabled={revoke.isPending}
                onClick={() => revoke.mutate({ invitationId: id })}
              >
                Revoke<span className="sr-only"> the invitation of {email}</span>
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
