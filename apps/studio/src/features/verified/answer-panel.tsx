import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { VerifiedAnswer } from "@understudy/core/verified-answer/contract";
import type { ReactNode } from "react";
import type { VerifiedPart } from "#app/verified-search.ts";
import { ImpactBanner } from "#features/impact/impact-banner.tsx";
import { useOpenImpacts } from "#features/impact/use-impacts.ts";
import { WhoMaySee } from "#features/launch/groups/who-may-see.tsx";
import { useTRPC } from "#lib/trpc.ts";
import { PanelFailure } from "#ui/panel-failure.tsx";
import { PanelHead } from "#ui/panel-head.tsx";
import { SidePanel } from "#ui/side-panel.tsx";
import { Tabs } from "#ui/tabs.tsx";
import { AnswerRests } from "./answer-rests.tsx";
import { EditAnswer } from "./edit-answer.tsx";
import { NearMisses } from "./near-misses.tsx";
import { VersionList } from "./version-list.tsx";

function Warnings({ answer: { id, twinId } }: { answer: VerifiedAnswer }) {
  const impacts = useOpenImpacts(twinId).filter(({ verifiedAnswerId }) => verifiedAnswerId === id);
  return <ImpactBanner impacts={impacts} />;
}

/** The verified answer that the address names, beside the list. */
export function AnswerPanel({ verifiedAnswerId }: { verifiedAnswerId: string }) {
  const trpc = useTRPC();
  const { part = "answer" } = useSearch({ from: "/studio/twins/$twinId/verified" });
  const navigate = useNavigate({ from: "/twins/$twinId/verified" });
  const { data: answer, error } = useQuery(
    trpc.verifiedAnswer.get.queryOptions({ verifiedAnswerId }),
  );
  const close = () =>
    void navigate({ search: (now) => ({ ...now, answer: undefined, part: undefined }) });
  const setPart = (chosen: VerifiedPart) =>
    void navigate({
      search: (now) => ({ ...now, part: chosen === "answer" ? undefined : chosen }),
      replace: true,
    });
  const scrolled = (content: ReactNode) => <div className="p-4">{content}</div>;
  return (
    <SidePanel label="Verified answer" onClose={close}>
      <PanelHead title={answer?.question} onClose={close} />
      <PanelFailure error={error} gone="This verified answer no longer exists." />
      {answer && (
        <div className="pb-2 pl-2">
          <WhoMaySee twinId={answer.twinId} kind="verifiedAnswer" id={answer.id} />
        </div>
      )}
      {answer && <Warnings answer={answer} />}
      {answer && (
        <Tabs
          label="About this answer"
          value={part}
          onChange={setPart}
          tabs={[
            {
              value: "answer",
              label: "Answer",
              content: scrolled(
                <>
                  <EditAnswer key={answer.version} answer={answer} onRemoved={close} />
                  <AnswerRests answer={answer} />
                </>,
              ),
            },
            {
              value: "versions",
              label: "Versions",
              content: scrolled(<VersionList answer={answer} />),
            },
            {
              value: "misses",
              label: "Near misses",
              content: scrolled(<NearMisses twinId={answer.twinId} verifiedAnswerId={answer.id} />),
            },
          ]}
        />
      )}
    </SidePanel>
  );
}
