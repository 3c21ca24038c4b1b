import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { UsageLimit } from "@understudy/core/usage/contract";
import { type FormEvent, useState } from "react";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { Dialog, DialogActions } from "#ui/dialog.tsx";
import { Field } from "#ui/field.tsx";
import { FormFailure } from "#ui/form-failure.tsx";
import { Input } from "#ui/input.tsx";
import { limitName, ownerName } from "./usage-words.ts";

export function QuotaDialog({ limit, onClose }: { limit: UsageLimit; onClose: () => void }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [most, setMost] = useState(limit.limit?.toString() ?? "");
  const saving = useMutation(
    trpc.usage.setQuota.mutationOptions({
      meta: { inline: true },
      onSuccess: async () => {
        await Promise.all([
          queryClient.invalidateQueries(trpc.usage.get.pathFilter()),
          queryClient.invalidateQueries(trpc.provider.list.pathFilter()),
        ]);
        onClose();
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { scope, subjectId, metric, period } = limit;
    const whose = { scope, ...(subjectId !== null && { subjectId }) };
    saving.mutate({ ...whose, metric, period, limit: most.trim() === "" ? null : Number(most) });
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={limitName(limit)}
      description={`${ownerName(limit)}, from now on. Empty: no limit.`}
    >
      <form onSubmit={submit} className="grid gap-4">
        <FormFailure error={saving.error} />
        <Field label={limit.metric === "storageBytes" ? "At most, in bytes" : "At most"}>
          {(ids) => (
            <Input
              {...ids}
              type="number"
              min={0}
              step={limit.metric === "spend" ? 0.01 : 1}
              value={most}
              onChange={(event) => setMost(event.target.value)}
            />
          )}
        </Field>
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
