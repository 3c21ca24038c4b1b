import { useMutation } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { Download } from "lucide-react";
import { audienceFilterOf } from "#app/audience-search.ts";
import { countOf } from "#lib/format-count.ts";
import { useTRPC } from "#lib/trpc.ts";
import { Button, buttonLook } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { FormFailure } from "#ui/form-failure.tsx";

const COUNTED = 1_000;

/** All that the list shows, as a table; it is recorded who took it. */
export function ExportPeople({ twinId, onClose }: { twinId: string; onClose: () => void }) {
  const trpc = useTRPC();
  const filter = audienceFilterOf(useSearch({ from: "/studio/twins/$twinId/audience" }));
  const made = useMutation(trpc.audience.export.mutationOptions());
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Export people"
      description="All that the list shows now, a line a person, with the proof of what they agreed to. The audit log keeps who took it."
    >
      <div className="grid justify-items-start gap-4 pt-2">
        <FormFailure error={made.error} />
        {made.data ? (
          <>
            <p>
              {made.data.visitors >= COUNTED
                ? `${COUNTED} people or more.`
                : `${countOf(made.data.visitors, "person", "people")}.`}
            </p>
            <a href={made.data.url} download className={buttonLook({ variant: "primary" })}>
              <Download aria-hidden />
              Download
            </a>
          </>
        ) : (
          <Button
            variant="primary"
            disabled={made.isPending}
            onClick={() => made.mutate({ twinId, ...filter })}
          >
            Make the file
          </Button>
        )}
      </div>
    </Dialog>
  );
}
