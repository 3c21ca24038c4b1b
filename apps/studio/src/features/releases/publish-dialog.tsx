import type { Twin } from "@understudy/core/twin/contract";
import { type FormEvent, useState } from "react";
import { countOf } from "#lib/format-count.ts";
import { Button } from "#ui/button.tsx";
import { Dialog, DialogActions } from "#ui/dialog.tsx";
import { Field } from "#ui/field.tsx";
import { FormFailure } from "#ui/form-failure.tsx";
import { ProgressBar } from "#ui/progress-bar.tsx";
import { Textarea } from "#ui/textarea.tsx";
import { Blocked } from "./blocked.tsx";
import type { Preview } from "./release.ts";
import { usePublish } from "./use-publish.ts";

/** Asks the tests, shows them running, and publishes; or says what keeps the draft from it. */
export function PublishDialog({
  twin,
  preview,
  onClose,
}: {
  twin: Twin;
  preview: Preview;
  onClose: () => void;
}) {
  const [note, setNote] = useState("");
  const [reason, setReason] = useState("");
  const { publish, error, isWorking, isTesting, blocked } = usePublish(twin.id, onClose);
  const { changes, testCount, run } = preview;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    publish({ note, override: blocked && reason.trim() ? reason.trim() : undefined });
  };
  const progress = run?.status === "running" ? run.progress : null;
  return (
    <Dialog
      open
      wide={blocked !== null}
      onOpenChange={onClose}
      title={`Publish ${twin.name}`}
      description={
        changes.length === 0
          ? "The draft is the same as what visitors get."
          : `It changes ${countOf(changes.length, "field")} for visitors, from their next question on.`
      }
    >
      <form onSubmit={submit} className="grid gap-4">
        <FormFailure error={error} />
        {blocked ? (
          <Blocked blocked={blocked} twinId={twin.id} reason={reason} onReason={setReason} />
        ) : (
          <Field label="Note" optional hint="What is new, for whoever reads the list of releases.">
            {(ids) => (
              <Textarea
                {...ids}
                autoFocus
                rows={2}
                maxLength={2_000}
                value={note}
                onChange={(event) => setNote(event.target.value)}
              />
            )}
          </Field>
        )}
        {!blocked && testCount === 0 && (
          <p className="rounded-md bg-warn-soft px-3 py-2 text-sm text-pretty">
            There are no quality tests: nothing is checked before visitors see this.
          </p>
        )}
        {isTesting && (
          <div role="status" className="grid gap-1.5 text-sm text-muted tabular-nums">
            <ProgressBar
              fraction={progress ? progress.done / progress.total : null}
              label="Asking the tests"
            />
            Asking the tests{progress ? `: ${progress.done} of ${progress.total}` : "…"}
          </div>
        )}
        <DialogActions>
          <Button onClick={onClose}>{blocked ? "Back to the draft" : "Cancel"}</Button>
          <Button
            type="submit"
            variant={blocked ? "danger" : "primary"}
            disabled={isWorking || (blocked !== null && reason.trim() === "")}
          >
            {submitWords({ isWorking, isBlocked: blocked !== null, testCount })}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function submitWords({
  isWorking,
  isBlocked,
  testCount,
}: {
  isWorking: boolean;
  isBlocked: boolean;
  testCount: number;
}): string {
  if (isWorking) return "Publishing…";
  if (isBlocked) return "Publish all the same";
  return testCount > 0 ? `Run ${countOf(testCount, "test")} and publish` : "Publish";
}
