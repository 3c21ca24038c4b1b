import { useMutation, useQuery } from "@tanstack/react-query";
import type { ContentKind } from "@understudy/core/access-group/contract";
import { Eye, EyeOff } from "lucide-react";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { Popover } from "#ui/popover.tsx";
import { CheckList } from "./check-list.tsx";
import { useGroups, useGroupsChanged } from "./use-groups.ts";

const IDS = {
  source: "sourceIds",
  belief: "beliefIds",
  verifiedAnswer: "verifiedAnswerIds",
} as const satisfies Record<ContentKind, string>;

/** Who is answered from something, and a way to change that; a change counts from the next question on. */
export function WhoMaySee({ twinId, kind, id }: { twinId: string; kind: ContentKind; id: string }) {
  const trpc = useTRPC();
  const changed = useGroupsChanged();
  const groups = useGroups(twinId);
  const content = { [IDS[kind]]: [id] };
  const { data } = useQuery(trpc.accessGroup.visibility.queryOptions(content));
  const set = useMutation(
    trpc.accessGroup.setVisibility.mutationOptions({ onSuccess: () => changed() }),
  );
  const seen = data?.items[0];
  if (!seen) return null;
  const { accessGroupIds, follows } = seen;
  const open = (groupIds: string[] | null) => set.mutate({ ...content, accessGroupIds: groupIds });
  const nameOf = (groupId: string) => groups.find((group) => group.id === groupId)?.name ?? "…";
  const isForAll = accessGroupIds === null;
  const words = isForAll ? "For everybody" : accessGroupIds.map(nameOf).join(", ") || "For nobody";
  return (
    <Popover
      label="Who may see it"
      trigger={
        <Button size="small" variant="ghost">
          {isForAll && !follows ? <Eye aria-hidden /> : <EyeOff aria-hidden />}
          <span className="max-w-48 truncate">{words}</span>
        </Button>
      }
    >
      <div className="grid w-72 gap-3 p-3 text-sm">
        <p className="text-muted">
          Who is answered from it. In the studio you always see everything.
        </p>
        {follows && (
          <p>
            It came with something that is for{" "}
            {follows.accessGroupIds.map(nameOf).join(", ") || "nobody"}, and is never open to more.
          </p>
        )}
        <label className="flex min-h-7 items-center gap-2.5">
          <input
            type="checkbox"
            className="size-4 accent-accent"
            checked={isForAll}
            disabled={set.isPending}
            onChange={(event) => open(event.target.checked ? null : [])}
          />
          Everybody
        </label>
        {!isForAll && (
          <CheckList
            label="Only these groups"
            items={groups.map((group) => ({ id: group.id, label: group.name }))}
            checked={accessGroupIds}
            empty="There are no access groups yet. Make one under Launch."
            onChange={open}
          />
        )}
      </div>
    </Popover>
  );
}
