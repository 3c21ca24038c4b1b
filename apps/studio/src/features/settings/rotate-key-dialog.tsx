import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ApiKey } from "@understudy/core/api-key/contract";
import { useState } from "react";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { Dialog, DialogActions } from "#ui/dialog.tsx";
import { Field } from "#ui/field.tsx";
import { FormFailure } from "#ui/form-failure.tsx";
import { Select } from "#ui/select.tsx";
import { ShownOnceDialog } from "#ui/shown-once-dialog.tsx";

const OVERLAPS = [
  { hours: 0, label: "Not at all" },
  { hours: 1, label: "For an hour" },
  { hours: 24, label: "For a day" },
  { hours: 168, label: "For a week" },
] as const;

/** A key in the place of another, which goes on for a while so that nothing stops. */
export function RotateKeyDialog({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [overlapHours, setOverlapHours] = useState<number>(24);
  const rotate = useMutation(
    trpc.apiKey.rotate.mutationOptions({
      meta: { inline: true },
      gcTime: 0,
      onSuccess: () => queryClient.invalidateQueries(trpc.apiKey.list.pathFilter()),
    }),
  );
  if (rotate.data) {
    return <ShownOnceDialog title="Copy your key now" secret={rotate.data.key} onClose={onClose} />;
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Replace “${apiKey.name}”`}
      description="You get a new key that may do the same."
    >
      <div className="grid gap-4">
        <FormFailure error={rotate.error} />
        <Field label="The old one goes on">
          {(ids) => (
            <Select
              {...ids}
              className="w-full"
              value={overlapHours}
              onChange={(event) => setOverlapHours(Number(event.target.value))}
            >
              {OVERLAPS.map(({ hours, label }) => (
                <option key={hours} value={hours}>
                  {label}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            disabled={rotate.isPending}
            onClick={() => rotate.mutate({ apiKeyId: apiKey.id, overlapHours })}
          >
            Make new key
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  );
}
