import type { Twin } from "@understudy/core/twin/contract";
import { CircleCheck } from "lucide-react";
import { countOf } from "#lib/format-count.ts";
import { ChangeList } from "./change-list.tsx";
import { movedWords } from "./moved-words.ts";
import type { Preview } from "./release.ts";

/** What publishing would change for visitors. */
export function DraftAgainstLive({ twin, preview }: { twin: Twin; preview: Preview }) {
  const { current, changes, contentMoved } = preview;
  const moved = contentMoved && movedWords(contentMoved);
  return (
    <section className="border-b border-line px-6 py-5 max-md:px-4">
      <div className="grid max-w-3xl gap-4">
        <div className="grid gap-1">
          <h2 className="font-semibold">Draft against live</h2>
          <p className="text-pretty text-muted">
            {current
              ? `Visitors get release ${current.number}. ${
                  changes.length === 0
                    ? "The draft is the same."
                    : `The draft differs in ${countOf(changes.length, "field")}.`
                }`
              : `Visitors get nothing yet: ${twin.name} was never published. This is what they would get.`}
          </p>
          {moved && (
            <p className="text-sm text-pretty text-faint">
              Sources and verified answers are live at once. Since this release was tested: {moved}.
            </p>
          )}
        </div>
        {changes.length > 0 ? (
          <ChangeList changes={changes} />
        ) : (
          <p className="flex items-center gap-2 text-sm text-muted">
            <CircleCheck aria-hidden className="size-4 text-good" />
            Nothing waits to be published.
          </p>
        )}
      </div>
    </section>
  );
}
