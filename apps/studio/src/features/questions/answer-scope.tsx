import { CheckList } from "#features/launch/groups/check-list.tsx";
import { useGroups } from "#features/launch/groups/use-groups.ts";
import { Segmented } from "#ui/segmented.tsx";

const CHOICES = [
  { value: "all", label: "Everybody" },
  { value: "some", label: "Some groups" },
] as const;

/** Who is given the answer; nothing to choose where the twin has no groups. */
export function AnswerScope({
  twinId,
  accessGroupIds,
  onChange,
}: {
  twinId: string;
  accessGroupIds: string[] | null;
  onChange: (accessGroupIds: string[] | null) => void;
}) {
  const groups = useGroups(twinId);
  if (groups.length === 0) return null;
  return (
    <div className="grid justify-items-start gap-2">
      <Segmented
        label="Who may be given it"
        value={accessGroupIds ? "some" : "all"}
        choices={CHOICES}
        onChange={(chosen) => onChange(chosen === "all" ? null : [])}
      />
      {accessGroupIds && (
        <CheckList
          label="Only these groups"
          hint="Nobody else is given it, or told of it."
          items={groups.map(({ id, name }) => ({ id, label: name }))}
          checked={accessGroupIds}
          empty=""
          onChange={onChange}
        />
      )}
    </div>
  );
}
