import { useMutation } from "@tanstack/react-query";
import type { Member, RoleName } from "@understudy/core/member/contract";
import { useTRPC } from "#lib/trpc.ts";
import { RoleSelect } from "./role-select.tsx";
import { ROLE_WORDS } from "./role-words.ts";
import { useReadPeopleAgain } from "./use-people.ts";

/** Shows the chosen role at once; a refusal puts the old one back and says why. */
export function MemberRole({
  member,
  ownRole,
  isFixed,
}: {
  member: Member;
  ownRole: RoleName;
  isFixed: boolean;
}) {
  const trpc = useTRPC();
  const readAgain = useReadPeopleAgain();
  const update = useMutation(
    trpc.member.updateRole.mutationOptions({ onSettled: () => readAgain() }),
  );
  if (isFixed) return ROLE_WORDS[member.role].name;
  return (
    <RoleSelect
      aria-label={`Role of ${member.name}`}
      className="w-28"
      givenBy={ownRole}
      value={update.isPending ? update.variables.role : member.role}
      onChoose={(role) => update.mutate({ memberId: member.id, role })}
    />
  );
}
