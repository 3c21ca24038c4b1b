import { useId } from "react";
import { useGroups } from "#features/launch/groups/use-groups.ts";
import { Select } from "#ui/select.tsx";

const YOURSELF = "yourself";
const NOBODY = "nobody";

/** As whom one asks in the studio: undefined as oneself, who sees everything; otherwise as someone in these groups. */
export function AskAs({
  twinId,
  groupIds,
  onChange,
}: {
  twinId: string;
  groupIds: readonly string[] | undefined;
  onChange: (groupIds: string[] | undefined) => void;
}) {
  const id = useId();
  const groups = useGroups(twinId);
  if (groups.length === 0) return null;
  const choose = (value: string) => {
    if (value === YOURSELF) onChange(undefined);
    else onChange(value === NOBODY ? [] : [value]);
  };
  return (
    <div className="flex items-center gap-2 pb-2 text-sm text-muted">
      <label htmlFor={id}>Ask as</label>
      <Select
        id={id}
        value={groupIds ? (groupIds[0] ?? NOBODY) : YOURSELF}
        onChange={(event) => choose(event.target.value)}
      >
        <option value={YOURSELF}>yourself, who sees everything</option>
        <option value={NOBODY}>someone in no group</option>
        {groups.map(({ id: groupId, name }) => (
          <option key={groupId} value={groupId}>
            someone in {name}
          </option>
        ))}
      </Select>
    </div>
  );
}
