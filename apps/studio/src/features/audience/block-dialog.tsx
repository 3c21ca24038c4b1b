import { useState } from "react";
import { countOf } from "#lib/format-count.ts";
import { Button } from "#ui/button.tsx";
import { Dialog, DialogActions } from "#ui/dialog.tsx";
import { Field } from "#ui/field.tsx";
import { Input } from "#ui/input.tsx";
import type { Person } from "./audience.ts";
import { useMark } from "./use-mark.ts";

export function BlockDialog({
  twinId,
  people,
  isBlocking,
  onClose,
}: {
  twinId: string;
  people: readonly Person[];
  isBlocking: boolean;
  onClose: () => void;
}) {
  const { mark } = useMark(twinId);
  const [reason, setReason] = useState("");
  const who = countOf(people.length, "person", "people");
  const run = () => {
    mark({
      people,
      change: { blocked: isBlocking, reason },
      undo: { blocked: !isBlocking, reason: people[0]?.blockedReason ?? "" },
      words: isBlocking ? "Blocked" : "Let in again",
    });
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={isBlocking ? `Block ${who}` : `Let ${who} in again`}
      description={
        isBlocking
          ? "It holds at once, by every link and widget: the answer under way ends, and neither their browser nor an address or identity of theirs is let in. Their conversations stay."
          : "They can ask again at once."
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          run();
        }}
      >
        {isBlocking && (
          <Field label="Reason" hint="For your team; they are not told." optional>
            {(ids) => (
              <Input
                {...ids}
                autoFocus
                maxLength={500}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Field>
        )}
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary">
            {isBlocking ? "Block" : "Let in"}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
