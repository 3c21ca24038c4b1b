import { Link } from "@tanstack/react-router";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useTwin } from "#features/twins/use-twin.ts";
import type { Comparison } from "./use-index.ts";

type Difference = Comparison["differences"][number];

/** Questions that one index answers better; each opens in the explorer. */
export function DifferenceList({ differences }: { differences: readonly Difference[] }) {
  const twin = useTwin();
  return (
    <div className="grid gap-1.5">
      <h3 className="text-sm font-semibold">Where they differ</h3>
      <ul className="divide-y divide-line border-y border-line">
        {differences.map((one) => (
          <li
            key={`${one.origin} ${one.question}`}
            className="flex items-center gap-3 py-2 max-md:flex-wrap"
          >
            {isBetter(one) ? (
              <ArrowUp aria-label="Better in the new one" className="size-4 shrink-0 text-good" />
            ) : (
              <ArrowDown aria-label="Worse in the new one" className="size-4 shrink-0 text-bad" />
            )}
            <Link
              to="/twins/$twinId/explorer"
              params={{ twinId: twin.id }}
              search={{ q: one.question }}
              className="min-w-0 flex-1 truncate hover:underline"
            >
              {one.question}
            </Link>
            <span className="shrink-0 text-sm text-muted tabular-nums">
              {placeWords(one.before)} → {placeWords(one.after)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function isBetter({ before, after }: Difference): boolean {
  const last = Number.POSITIVE_INFINITY;
  return (after ?? last) < (before ?? last);
}

function placeWords(rank: number | null): string {
  return rank === null ? "not found" : `place ${rank}`;
}
