import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { CLOSED_PANEL, type PanelTab } from "#app/panel-search.ts";
import { BeliefPanel } from "#features/beliefs/belief-panel.tsx";
import { isGone } from "#lib/explain-failure.ts";
import { useTRPC } from "#lib/trpc.ts";
import { FormFailure } from "#ui/form-failure.tsx";
import { SidePanel } from "#ui/side-panel.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { SourceDetail } from "./source-detail.tsx";

interface PanelProps {
  twinId: string;
  /** Over the screen rather than beside it, where there is no room. */
  isOver?: boolean;
}

/** The source the address names, with whatever screen it was opened from. */
export function SourcePanel(props: PanelProps) {
  const { source } = useSearch({ strict: false });
  return source ? <OpenPanel key={source} sourceId={source} {...props} /> : null;
}

function OpenPanel({ twinId, sourceId, isOver }: PanelProps & { sourceId: string }) {
  const trpc = useTRPC();
  const { passage, tab, wide } = useSearch({ strict: false });
  const navigate = useNavigate();
  const { data: source, error } = useQuery(trpc.source.get.queryOptions({ sourceId }));
  const set = (changes: { tab?: PanelTab; wide?: true } | typeof CLOSED_PANEL) =>
    navigate({ to: ".", search: (current) => ({ ...current, ...changes }), replace: true });
  const close = () => navigate({ to: ".", search: (current) => ({ ...current, ...CLOSED_PANEL }) });
  useEffect(() => {
    if (source && source.twinId !== twinId) void close();
  });
  return (
    <SidePanel
      label={source ? `Source: ${source.title}` : "Source"}
      isOver={isOver}
      isWide={wide}
      onClose={close}
    >
      {source?.kind === "belief" ? (
        <BeliefPanel
          beliefId={source.id}
          part={tab === "history" ? "versions" : "belief"}
          onPart={(chosen) => set({ tab: chosen === "versions" ? "history" : undefined })}
          onClose={close}
        />
      ) : source ? (
        <SourceDetail
          source={source}
          passage={passage}
          tab={tab ?? "text"}
          isWide={wide === true}
          onTab={(chosen) => set({ tab: chosen === "text" ? undefined : chosen })}
          onWiden={() => set({ wide: wide ? undefined : true })}
          onClose={close}
        />
      ) : error ? (
        <div className="p-4">
          {isGone(error) ? <p>This source was removed.</p> : <FormFailure error={error} />}
        </div>
      ) : (
        <Skeleton className="m-4 h-10" />
      )}
    </SidePanel>
  );
}
