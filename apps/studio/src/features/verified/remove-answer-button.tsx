import { useMutation } from "@tanstack/react-query";
import type { VerifiedAnswer } from "@understudy/core/verified-answer/contract";
import { useState } from "react";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { Dialog, DialogActions } from "#ui/dialog.tsx";
import { FormFailure } from "#ui/form-failure.tsx";
import { useVerifiedChanged } from "./use-verified-changed.ts";

export function RemoveAnswerButton({
  answer,
  onRemoved,
}: {
  answer: VerifiedAnswer;
  onRemoved: () => void;
}) {
  const trpc = useTRPC();
  const changed = useVerifiedChanged();
  const [isAsking, setIsAsking] = useState(false);
  const remove = useMutation(
    trpc.verifiedAnswer.remove.mutationOptions({
      meta: { inline: true },
      onSuccess: async () => {
        onRemoved();
        await changed();
      },
    }),
  );
  return (
    <>
      <Button onClick={() => setIsAsking(true)}>Remove</Button>
      {isAsking && (
        <Dialog
          open
          onOpenChange={setIsAsking}
          title="Remove this verified answer?"
          description="It answers nothing from the next question on, and goes for good, with all its versions. What was answered with it stays in the conversations."
        >
          <FormFailure error={remove.error} />
          <DialogActions>
            <Button onClick={() => setIsAsking(false)}>Keep it</Button>
            <Button
              variant="danger"
              disabled={remove.isPending}
              onClick={() => remove.mutate({ verifiedAnswerId: answer.id })}
            >
              {remove.isPending ? "Removing…" : "Remove for good"}
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </>
  );
}
