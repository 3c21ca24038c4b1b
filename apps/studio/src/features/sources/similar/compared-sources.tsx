import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Trash2 } from "lucide-react";
import { useMemo } from "react";
import { formatMoment } from "#lib/format-time.ts";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { type DiffPart, diffWords } from "../history/diff-words.ts";
import type { Finding } from "./use-similar.ts";

const COMPARED_CHARACTERS = 6_000;

/** Both texts side by side; what only one of them says is marked. */
export function ComparedSources({
  finding,
  isPending,
  onRemove,
}: {
  finding: Finding;
  isPending: boolean;
  onRemove: (sourceId: string) => void;
}) {
  const left = useSourceText(finding.sourceId);
  const right = useSourceText(finding.otherSourceId ?? "");
  const parts = useMemo(
    () => (left === undefined || right === undefined ? undefined : diffWords(left, right)),
    [left, right],
  );
  const sides = [
    { id: finding.sourceId, only: "removed", parts },
    { id: finding.otherSourceId ?? "", only: "added", parts },
  ] as const;
  return (
    <div className="grid grid-cols-2 gap-3 max-md:grid-cols-1">
      {sides.map((side) => (
        <Side key={side.id} {...side} isPending={isPending} onRemove={() => onRemove(side.id)} />
      ))}
    </div>
  );
}

function useSourceText(sourceId: string): string | undefined {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.source.text.queryOptions({ sourceId }, { staleTime: 60_000 }));
  return data?.text.slice(0, COMPARED_CHARACTERS);
}

function Side({
  id,
  only,
  parts,
  isPending,
  onRemove,
}: {
  id: string;
  only: "added" | "removed";
  parts: readonly DiffPart[] | undefined;
  isPending: boolean;
  onRemove: () => void;
}) {
  const trpc = useTRPC();
  const { data: source } = useQuery(trpc.source.get.queryOptions({ sourceId: id }));
  return (
    <section
      aria-label={source?.title ?? "Source"}
      className="grid min-w-0 grid-cols-1 content-start gap-2 rounded-lg border border-line p-3"
    >
      <div className="flex items-start justify-between gap-2">
        <div className="min-w-0">
          <h3 className="truncate font-medium">
            <Link
              to="."
              search={(current) => ({ ...current, similar: undefined, source: id })}
              className="hover:underline"
            >
              {source?.title}
            </Link>
          </h3>
          {source && <p className="text-sm text-faint">Added {formatMoment(source.createdAt)}</p>}
        </div>
        <Button size="small" disabled={isPending} onClick={onRemove}>
          <Trash2 aria-hidden />
          Remove<span className="sr-only"> {source?.title}</span>
        </Button>
      </div>
      {parts ? (
        <p
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard.
          tabIndex={0}
          className="max-h-[45vh] overflow-y-auto text-sm break-words whitespace-pre-wrap max-md:max-h-[25vh]"
        >
          {parts.map((part, index) => {
            if (part.kind === "same") return part.text;
            if (part.kind !== only) return null;
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a finished text never move.
              <mark key={index} className="rounded-[3px] bg-mark text-ink">
                {part.text}
              </mark>
            );
          })}
        </p>
      ) : (
        <Skeleton className="h-32" />
      )}
    </section>
  );
}
