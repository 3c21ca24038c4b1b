import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { PenLine } from "lucide-react";
import { countOf } from "#lib/format-count.ts";
import { useTRPC } from "#lib/trpc.ts";
import { buttonLook } from "#ui/button.tsx";

/** Tells the owner that corrections no longer fit what their sources say. */
export function CorrectionsBanner({ twinId }: { twinId: string }) {
  const trpc = useTRPC();
  const { data } = useQuery(
    trpc.source.overlay.list.queryOptions({
      twinId,
      status: ["unmatched", "changed"],
      limit: 100,
    }),
  );
  const [first] = data?.items ?? [];
  if (!data || !first) return null;
  const { sourceId, sourceTitle } = first;
  const count = data.items.length;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line bg-warn-soft px-6 py-2 text-sm max-md:px-4">
      <PenLine aria-hidden className="size-4 shrink-0 text-warn" />
      <p className="min-w-0 flex-1 text-pretty">
        {countOf(count, "correction")} {count === 1 ? "waits" : "wait"} for a look: what{" "}
        {count === 1 ? "it corrects" : "they correct"} has changed in the source.
      </p>
      <Link
        to="/twins/$twinId/sources/$sourceId"
        params={{ twinId, sourceId }}
        search={{ tab: "corrections", pane: "text" }}
        className={buttonLook({ size: "small" })}
      >
        Look<span className="sr-only"> at {sourceTitle}</span>
      </Link>
    </div>
  );
}
