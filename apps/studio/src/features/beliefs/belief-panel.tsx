import { useQuery } from "@tanstack/react-query";
import type { Belief } from "@understudy/core/belief/contract";
import type { BeliefPart } from "#app/beliefs-search.ts";
import { ImpactBanner } from "#features/impact/impact-banner.tsx";
import { useOpenImpacts } from "#features/impact/use-impacts.ts";
import { WhoMaySee } from "#features/launch/groups/who-may-see.tsx";
import { useTRPC } from "#lib/trpc.ts";
import { PanelFailure } from "#ui/panel-failure.tsx";
import { PanelHead } from "#ui/panel-head.tsx";
import { Tabs } from "#ui/tabs.tsx";
import { BeliefState } from "./belief-state.tsx";
import { BeliefVersions } from "./belief-versions.tsx";
import { EditBelief } from "./edit-belief.tsx";

function Warnings({ belief: { id, twinId } }: { belief: Belief }) {
  const impacts = useOpenImpacts(twinId).filter(({ beliefId }) => beliefId === id);
  return <ImpactBanner impacts={impacts} />;
}

/** A belief in a side panel, wherever it was opened from. */
export function BeliefPanel({
  beliefId,
  part,
  onPart,
  onClose,
}: {
  beliefId: string;
  part: BeliefPart;
  onPart: (part: BeliefPart) => void;
  onClose: () => void;
}) {
  const trpc = useTRPC();
  const { data: belief, error } = useQuery(trpc.belief.get.queryOptions({ beliefId }));
  return (
    <>
      <PanelHead title={belief?.statement} onClose={onClose}>
        {belief && (
          <div className="flex flex-wrap items-center gap-2 text-sm">
            <BeliefState belief={belief} />
            <WhoMaySee twinId={belief.twinId} kind="belief" id={belief.id} />
          </div>
        )}
      </PanelHead>
      <PanelFailure error={error} gone="This belief was removed." />
      {belief && <Warnings belief={belief} />}
      {belief && (
        <Tabs
          label="About this belief"
          value={part}
          onChange={onPart}
          tabs={[
            {
              value: "belief",
              label: "Belief",
              content: (
                <div className="p-4">
                  <EditBelief key={belief.version} belief={belief} onRemoved={onClose} />
                </div>
              ),
            },
            {
              value: "versions",
              label: "Versions",
              content: (
                <div className="p-4">
                  <BeliefVersions belief={belief} />
                </div>
              ),
            },
          ]}
        />
      )}
    </>
  );
}
