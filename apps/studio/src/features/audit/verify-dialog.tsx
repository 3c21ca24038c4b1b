import { useQuery } from "@tanstack/react-query";
import type { AuditVerdict } from "@understudy/core/audit/contract";
import { ShieldAlert, ShieldCheck } from "lucide-react";
import { useState } from "react";
import { countOf, formatCount } from "#lib/format-count.ts";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { CopyButton } from "#ui/copy-button.tsx";
import { Dialog, DialogActions } from "#ui/dialog.tsx";
import { Field } from "#ui/field.tsx";
import { FormFailure } from "#ui/form-failure.tsx";
import { Input } from "#ui/input.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { FAULT_WORDS } from "./fault-words.ts";
import { readHead } from "./read-head.ts";

/** Goes along the whole chain, and says what it found. */
export function VerifyDialog({ onClose }: { onClose: () => void }) {
  const trpc = useTRPC();
  const [typed, setTyped] = useState("");
  const [kept, setKept] = useState("");
  const { data, error, isFetching } = useQuery(
    trpc.audit.verify.queryOptions({ head: readHead(kept) }, { gcTime: 0, staleTime: 0 }),
  );
  const isUnreadable = typed.trim() !== "" && !readHead(typed);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Verify the log"
      description="Each event is sealed with the one before it. What was altered, removed or put in afterwards does not fit."
    >
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isUnreadable) setKept(typed);
        }}
      >
        <div role="status">
          {isFetching && <Skeleton className="h-10 w-full" />}
          {!isFetching && data && <Verdict verdict={data} />}
        </div>
        <FormFailure error={error} />
        <Field
          label="An end that you kept"
          optional
          hint="From an earlier look, or place and seal of an export’s newest event: it shows whether the end was cut off since."
          {...(isUnreadable && { error: "A number, a colon and 64 hexadecimal digits." })}
        >
          {(ids) => (
            <Input
              {...ids}
              value={typed}
              spellCheck={false}
              className="font-mono text-sm"
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        <DialogActions>
          <Button type="submit" disabled={isFetching || isUnreadable || typed.trim() === ""}>
            Hold it against that
          </Button>
          <Button variant="primary" onClick={onClose}>
            Done
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function Verdict({ verdict }: { verdict: AuditVerdict }) {
  const { isWhole, checked, unsealed, firstFault } = verdict;
  const head = verdict.head && `${verdict.head.sequence}:${verdict.head.hash}`;
  return (
    <div className="grid gap-2">
      <p className="flex items-start gap-2 font-medium">
        {isWhole ? (
          <ShieldCheck aria-hidden className="size-5 shrink-0 text-good" />
        ) : (
          <ShieldAlert aria-hidden className="size-5 shrink-0 text-bad" />
        )}
        {isWhole && `All ${formatCount(checked)} events are as they were written.`}
        {firstFault && `Event ${firstFault.sequence} ${FAULT_WORDS[firstFault.fault]}.`}
      </p>
      {unsealed > 0 && (
        <p className="text-sm text-muted">{countOf(unsealed, "new event")} still to be sealed.</p>
      )}
      {head && (
        <p className="flex min-w-0 items-center gap-2 text-sm text-muted">
          <span className="shrink-0">Ends with</span>
          <code className="truncate font-mono text-xs">{head}</code>
          <CopyButton text={head} label="Copy the end" />
        </p>
      )}
    </div>
  );
}
