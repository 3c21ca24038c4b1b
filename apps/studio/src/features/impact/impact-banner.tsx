import { Link } from "@tanstack/react-router";
import { TriangleAlert } from "lucide-react";
import { DiffText } from "#features/sources/history/diff-text.tsx";
import { formatMoment } from "#lib/format-time.ts";
import { Button } from "#ui/button.tsx";
import { type Impact, useLookedAt } from "./use-impacts.ts";

/** Warns of what is vouched for that a source which bears on it says something else by now, until looked at. */
export function ImpactBanner({ impacts }: { impacts: readonly Impact[] }) {
  const { lookedAt, isPending } = useLookedAt();
  const [first] = impacts;
  if (!first) return null;
  return (
    <section
      aria-label="Changed sources"
      className="grid gap-2 border-y border-line bg-warn-soft px-4 py-2.5 text-sm"
    >
      {impacts.map((impact) => (
        <div key={impact.id} className="grid gap-1">
          <p className="flex items-start gap-2 text-pretty">
            <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
            <span>
              <ChangedSource impact={impact} />, which bears on this, changed on{" "}
              {formatMoment(impact.createdAt)}.
            </span>
          </p>
          <p className="ml-6 break-words">
            <DiffText before={impact.before ?? ""} after={impact.after ?? ""} />
          </p>
        </div>
      ))}
      <Button
        size="small"
        className="justify-self-end"
        disabled={isPending}
        onClick={() => lookedAt(first)}
      >
        It still stands
      </Button>
    </section>
  );
}

function ChangedSource({ impact: { twinId, sourceId, sourceTitle, syncId } }: { impact: Impact }) {
  return (
    <Link
      to="/twins/$twinId/sources"
      params={{ twinId }}
      search={{
        source: sourceId,
        tab: syncId ? "history" : "corrections",
        ...(syncId && { sync: syncId }),
      }}
      className="font-medium hover:underline"
    >
      {sourceTitle}
    </Link>
  );
}
