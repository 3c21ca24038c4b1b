import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import type { AccessGroup } from "@understudy/core/access-group/contract";
import type { ApiKey } from "@understudy/core/api-key/contract";
import { CheckList } from "#features/launch/groups/check-list.tsx";
import { useGroups, useGroupsChanged } from "#features/launch/groups/use-groups.ts";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { Dialog, DialogActions } from "#ui/dialog.tsx";
import { FormFailure } from "#ui/form-failure.tsx";

/** In which groups of each twin a key is; a change counts from the next question on. */
export function KeyGroupsDialog({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const trpc = useTRPC();
  const { items } = useSuspenseQuery(trpc.twin.list.queryOptions({ limit: 100 })).data;
  const twins = items.filter(({ id }) => apiKey.twinIds?.includes(id) ?? true);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Groups of “${apiKey.name}”`}
      description="A key that is in no group is answered like anyone: not from what is for groups."
    >
      <div className="grid max-h-96 gap-4 overflow-y-auto">
        {twins.map((twin) => (
          <TwinGroups key={twin.id} twin={twin} apiKeyId={apiKey.id} />
        ))}
      </div>
      <DialogActions>
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function TwinGroups({
  twin: { id: twinId, name },
  apiKeyId,
}: {
  twin: { id: string; name: string };
  apiKeyId: string;
}) {
  const trpc = useTRPC();
  const changed = useGroupsChanged();
  const groups = useGroups(twinId);
  const set = useMutation(
    trpc.accessGroup.setMembers.mutationOptions({ meta: { inline: true }, onSuccess: changed }),
  );
  const has = ({ members }: AccessGroup) => members.apiKeyIds.includes(apiKeyId);
  const change = (checked: readonly string[]) => {
    const group = groups.find((each) => has(each) !== checked.includes(each.id));
    if (!group) return;
    const others = group.members.apiKeyIds.filter((id) => id !== apiKeyId);
    const apiKeyIds = checked.includes(group.id) ? [...others, apiKeyId] : others;
    set.mutate({ accessGroupId: group.id, apiKeyIds });
  };
  return (
    <>
      <CheckList
        label={name}
        items={groups.map((group) => ({ id: group.id, label: group.name }))}
        checked={groups.filter(has).map(({ id }) => id)}
        empty="This twin has no access groups."
        onChange={change}
      />
      <FormFailure error={set.error} />
    </>
  );
}
