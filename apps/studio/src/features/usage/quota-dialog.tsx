import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { UsageLimit } from "@understudy/core/usage/contract";
import { type FormEvent, useState } from "react";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { Dialog, DialogActions } from "#ui/dialog.tsx";
import { FormFailure } from "#ui/form-failure.tsx";
import { LimitField } from "./limit-field.tsx";
import type { Owner } from "./owner.ts";
import { limitName } from "./usage-words.ts";

/** All limits of one: how much may be asked, held and spent. */
export function QuotaDialog({
  owner,
  currency,
  onClose,
}: {
  owner: Owner;
  currency: string | null;
  onClose: () => void;
}) {
  const [changes, setChanges] = useState<ReadonlyMap<UsageLimit, number | null>>(new Map());
  const saving = useSaving(owner, onClose);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate(changes);
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Limits: ${owner.name}`}
      description="From the next question or source on. Empty: no limit."
    >
      <form onSubmit={submit} className="grid gap-4">
        <FormFailure error={saving.error} />
        <div className="grid items-start gap-4 sm:grid-cols-2">
          {owner.limits.map((limit) => (
            <LimitField
              key={limitName(limit)}
              limit={limit}
              currency={currency}
              onChange={(most) => setChanges(new Map(changes).set(limit, most))}
            />
          ))}
        </div>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" disabled={saving.isPending}>
            {saving.isPending ? "Saving…" : "Save"}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

/** One after the other: what was refused is said, and what was saved before it holds. */
function useSaving({ scope, subjectId }: Owner, onSaved: () => void) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const setting = useMutation(
    trpc.usage.setQuota.mutationOptions({
      meta: { inline: true },
    }),
  );
  return useMutation({
    meta: { inline: true },
    mutationFn: async (changes: ReadonlyMap<UsageLimit, number | null>) => {
      const whose = { scope, ...(subjectId !== null && { subjectId }) };
      for (const [{ metric, period, limit: before }, limit] of changes) {
        if (limit !== before) await setting.mutateAsync({ ...whose, metric, period, limit });
      }
    },
    onSuccess: onSaved,
    onSettled: () =>
      Promise.all(
        [trpc.usage.get, trpc.provider.list, trpc.status].map((changed) =>
          queryClient.invalidateQueries(changed.pathFilter()),
        ),
      ),
  });
}
