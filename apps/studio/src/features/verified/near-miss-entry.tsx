import { Link } from "@tanstack/react-router";
import { Plus, Telescope } from "lucide-react";
import { countOf } from "#lib/format-count.ts";
import type { Outputs } from "#lib/trpc.ts";
import { useNow } from "#lib/use-now.ts";
import { Ago } from "#ui/ago.tsx";
import { Button, buttonLook } from "#ui/button.tsx";
import { useAddPhrasing } from "./use-add-phrasing.ts";
import { isOpposite, whyNotWords } from "./why-not-words.ts";

export type NearMiss = Outputs["verifiedAnswer"]["nearMisses"]["items"][number];

export function NearMissEntry({ miss, twinId }: { miss: NearMiss; twinId: string }) {
  const now = useNow();
  const { add, isAdding } = useAddPhrasing();
  const { verifiedAnswerId, question, phrasing, score, because, timesAsked, lastAskedAt } = miss;
  return (
    <li className="grid grid-cols-1 gap-2 rounded-lg border border-line bg-surface px-4 py-3">
      <p className="font-medium break-words">{question}</p>
      <p className="text-sm text-pretty text-muted">
        Like “
        <Link
          to="/twins/$twinId/verified"
          params={{ twinId }}
          search={(current) => ({ ...current, answer: verifiedAnswerId, part: undefined })}
          className="text-ink underline underline-offset-4"
        >
          {phrasing}
        </Link>
        ”, likeness <span className="tabular-nums">{score.toFixed(2)}</span>; not given because{" "}
        {whyNotWords(because)}.
      </p>
      <div className="flex flex-wrap items-center gap-2">
        <Button
          size="small"
          variant={isOpposite(because) ? "ghost" : "secondary"}
          disabled={isAdding}
          onClick={() => add({ verifiedAnswerId, phrasing: question })}
        >
          <Plus aria-hidden />
          {isOpposite(because) ? "Add as phrasing all the same" : "Add as phrasing"}
        </Button>
        <Link
          to="/twins/$twinId/explorer"
          params={{ twinId }}
          search={{ q: question }}
          className={buttonLook({ variant: "ghost", size: "small" })}
        >
          <Telescope aria-hidden />
          Explore
        </Link>
        <span className="ml-auto text-xs text-faint">
          asked {countOf(timesAsked, "time")}, <Ago at={lastAskedAt} now={now} />
        </span>
      </div>
    </li>
  );
}
