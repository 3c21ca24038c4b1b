import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { OpenCorrection } from "#features/corrections/open-correction.tsx";
import { diffWords } from "#features/sources/history/diff-words.ts";
import { useTwin } from "#features/twins/use-twin.ts";
import { Button } from "#ui/button.tsx";
import { ConflictSide } from "./conflict-side.tsx";
import { DIFFER_WORDS } from "./fault-words.ts";
import { type Contradiction, type Finding, type Owner, ownersOf } from "./finding.ts";
import { markDiffering } from "./mark-differing.ts";
import { SettleButtons } from "./settle-buttons.tsx";
import { useSettle } from "./use-settle.ts";

const SENTENCE = (side: Contradiction["sides"][number]) => side.text.slice(side.start, side.end);

/** Two sentences that cannot both be right, side by side; the owner says which one is. */
export function ContradictionCard({
  finding,
  contradiction,
}: {
  finding: Finding;
  contradiction: Contradiction;
}) {
  const { id: twinId } = useTwin();
  const owners = ownersOf(finding);
  const [one, other] = contradiction.sides as [Side, Side];
  const parts = diffWords(SENTENCE(one), SENTENCE(other));
  const { resolve, isPending } = useSettle();
  const [wrong, setWrong] = useState<0 | 1 | null>(null);
  const edit = useEditOwner();
  const correct = (at: 0 | 1) => {
    if (owners[at].kind === "source") setWrong(at);
    else void edit(owners[at]);
  };
  const [loser, winner] = wrong === 0 ? [one, other] : [other, one];
  return (
    <article aria-label={DIFFER_WORDS[contradiction.in]} className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="font-semibold">{DIFFER_WORDS[contradiction.in]}</h2>
        <SettleButtons finding={finding} dismiss="Both are right" />
      </div>
      <div className="grid grid-cols-2 gap-3 max-md:grid-cols-1">
        {[one, other].map((side, at) => (
          <ConflictSide
            key={side.chunkId ?? "answer"}
            side={side}
            owner={owners[at as 0 | 1]}
            parts={markDiffering(
              parts.filter(({ kind }) => kind !== (at === 0 ? "added" : "removed")),
              contradiction.in,
            )}
            action={
              finding.status === "open" && (
                <Button size="small" disabled={isPending} onClick={() => correct(at === 0 ? 1 : 0)}>
                  This is right
                  <span className="sr-only">: {SENTENCE(side)}</span>
                </Button>
              )
            }
          />
        ))}
      </div>
      {wrong !== null && loser.chunkId && (
        <OpenCorrection
          of={{
            twinId,
            sourceId: owners[wrong].id,
            chunkId: loser.chunkId,
            text: loser.text,
            proposed:
              loser.text.slice(0, loser.start) + SENTENCE(winner) + loser.text.slice(loser.end),
          }}
          onSaved={() => resolve(finding)}
          onClose={() => setWrong(null)}
        />
      )}
    </article>
  );
}

type Side = Contradiction["sides"][number];

/** Leads to where a belief or a verified answer is written otherwise. */
function useEditOwner(): (owner: Owner) => Promise<void> {
  const { id: twinId } = useTwin();
  const navigate = useNavigate();
  const params = { twinId };
  return ({ kind, id }) =>
    kind === "belief"
      ? navigate({ to: "/twins/$twinId/beliefs", params, search: { belief: id } })
      : navigate({ to: "/twins/$twinId/verified", params, search: { answer: id } });
}
