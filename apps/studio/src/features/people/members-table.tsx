import type { Member, RoleName } from "@understudy/core/member/contract";
import { useState } from "react";
import { useNow } from "#lib/use-now.ts";
import { Ago } from "#ui/ago.tsx";
import { Button } from "#ui/button.tsx";
import { TABLE_CELL, TABLE_HEAD, TABLE_ROW } from "#ui/table.ts";
import { MemberRole } from "./member-role.tsx";
import { RemoveMemberDialog } from "./remove-member-dialog.tsx";
import { mayManagePeople } from "./use-people.ts";

export function MembersTable({
  members,
  ownRole,
}: {
  members: readonly Member[];
  ownRole: RoleName;
}) {
  const now = useNow();
  const [removing, setRemoving] = useState<Member | null>(null);
  const mayChange = (member: Member) =>
    mayManagePeople(ownRole) && !member.isYou && (member.role !== "owner" || ownRole === "owner");
  return (
    <>
      <table aria-label="Members" className="w-full table-fixed border-t border-line">
        <thead>
          <tr>
            <th className={TABLE_HEAD}>Name</th>
            <th className={`${TABLE_HEAD} w-36 max-md:w-32`}>Role</th>
            <th className={`${TABLE_HEAD} w-32 max-md:hidden`}>Since</th>
            <th className={`${TABLE_HEAD} w-28`}>
              <span className="sr-only">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <tr key={member.id} className={TABLE_ROW}>
              <td className={`${TABLE_CELL} py-1.5`}>
                <p className="truncate font-medium">
                  {member.name}
                  {member.isYou && <span className="font-normal text-faint"> (you)</span>}
                </p>
                <p className="truncate text-sm text-muted">{member.email}</p>
              </td>
              <td className={TABLE_CELL}>
                <MemberRole member={member} ownRole={ownRole} isFixed={!mayChange(member)} />
              </td>
              <td className={`${TABLE_CELL} text-muted max-md:hidden`}>
                <Ago at={member.createdAt} now={now} />
              </td>
              <td className={`${TABLE_CELL} text-right`}>
                {mayChange(member) && (
                  <Button size="small" onClick={() => setRemoving(member)}>
                    Remove<span className="sr-only"> {member.name}</span>
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {removing && <RemoveMemberDialog member={removing} onClose={() => setRemoving(null)} />}
    </>
  );
}
