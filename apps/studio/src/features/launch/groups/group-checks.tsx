import { CheckList } from "./check-list.tsx";
import { useGroups } from "./use-groups.ts";

/** Into which groups a way in puts its visitors; nothing where the twin has no groups. */
export function GroupChecks({
  twinId,
  checked,
  onChange,
}: {
  twinId: string;
  checked: readonly string[];
  onChange: (groupIds: string[]) => void;
}) {
  const groups = useGroups(twinId);
  if (groups.length === 0) return null;
  return (
    <CheckList
      label="Access groups"
      hint="Everyone who comes this way is in them."
      items={groups.map(({ id, name }) => ({ id, label: name }))}
      checked={checked}
      empty=""
      onChange={onChange}
    />
  );
}
