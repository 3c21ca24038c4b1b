import { useSuspenseQuery } from "@tanstack/react-query";
import { Pencil, UserPlus } from "lucide-react";
import { useState } from "react";
import { RenameWorkspaceDialog } from "#features/workspace/rename-workspace-dialog.tsx";
import { useTRPC } from "#lib/trpc.ts";
import { usePageTitle } from "#lib/use-page-title.ts";
import { Button } from "#ui/button.tsx";
import { PageHead } from "#ui/page.tsx";
import { ShowMore } from "#ui/show-more.tsx";
import { InvitationsSection } from "./invitations-section.tsx";
import { InviteDialog } from "./invite-dialog.tsx";
import { MembersTable } from "./members-table.tsx";
import { RightsTable } from "./rights-table.tsx";
import { mayManagePeople, useMembers, useOwnRole } from "./use-people.ts";

export function PeoplePage() {
  usePageTitle("People");
  const trpc = useTRPC();
  const ownRole = useOwnRole();
  const { data: tenant } = useSuspenseQuery(trpc.tenant.get.queryOptions({}));
  const list = useMembers();
  const members = list.data.pages.flatMap((page) => page.items);
  const [open, setOpen] = useState<"invite" | "rename" | null>(null);
  const invite = (
    <Button variant="primary" onClick={() => setOpen("invite")}>
      <UserPlus aria-hidden />
      Invite
    </Button>
  );
  const rename = (
    <Button onClick={() => setOpen("rename")}>
      <Pencil aria-hidden />
      Rename workspace
    </Button>
  );
  return (
    <>
      <PageHead
        title="People"
        detail={tenant.name}
        actions={
          <>
            {ownRole === "owner" && rename}
            {mayManagePeople(ownRole) && invite}
          </>
        }
      />
      <MembersTable members={members} ownRole={ownRole} />
      <ShowMore list={list} />
      {mayManagePeople(ownRole) && (
        <InvitationsSection isAlone={members.length === 1} invite={invite} />
      )}
      <RightsTable />
      {open === "invite" && <InviteDialog ownRole={ownRole} onClose={() => setOpen(null)} />}
      {open === "rename" && <RenameWorkspaceDialog tenant={tenant} onClose={() => setOpen(null)} />}
    </>
  );
}
