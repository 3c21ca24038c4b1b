import { MailPlus } from "lucide-react";
import type { ReactNode } from "react";
import { EmptyState } from "#ui/empty-state.tsx";
import { ShowMore } from "#ui/show-more.tsx";
import { InvitationsTable } from "./invitations-table.tsx";
import { useInvitations } from "./use-people.ts";

export function InvitationsSection({ isAlone, invite }: { isAlone: boolean; invite: ReactNode }) {
  const list = useInvitations();
  const invitations = list.data.pages.flatMap((page) => page.items);
  return (
    <section aria-labelledby="invitations" className="pb-6">
      <h2 id="invitations" className="px-6 py-3 font-semibold max-md:px-4">
        Invitations
      </h2>
      {invitations.length > 0 ? (
        <InvitationsTable invitations={invitations} />
      ) : !isAlone ? (
        <p className="border-t border-line px-6 py-3 text-muted max-md:px-4">
          Nobody has an open invitation.
        </p>
      ) : (
        <div className="border-t border-line">
          <EmptyState
            icon={<MailPlus />}
            title="Work on your twins together"
            action={invite}
            example="For example a colleague as an editor, who keeps the sources current."
          >
            Invite someone by their address and send them the link. They join this workspace in the
            role you choose, and see nothing of any other.
          </EmptyState>
        </div>
      )}
      <ShowMore list={list} />
    </section>
  );
}
