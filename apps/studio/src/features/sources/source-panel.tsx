import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { CLOSED_PANEL, type PanelTab } from "#app/panel-search.ts";
import { isGone } from "#lib/explain-failure.ts";
import { useTRPC } from "#lib/trpc.ts";
import { classNames } from "#ui/class-names.ts";
import { FormFailure } from "#ui/form-failure.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { SourceDetail } from "./source-detail.tsx";

const OVER = "fixed inset-y-0 right-0 z-30 w-[min(100vw,30rem)] shadow-float";
const BESIDE =
  "max-lg:fixed max-lg:inset-y-0 max-lg:right-0 max-lg:z-30 max-lg:w-[min(100vw,30rem)] max-lg:shadow-float";

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

function OpenPanel({ twinId, sourceId, isOver = false }: PanelProps & { sourceId: string }) {
  const trpc = useTRPC();
  const { passage, tab, wide } = useSearch({ strict: false });
  const navigate = useNavigate();
  const panel = useRef<HTMLElement>(null);
  const { data: source, error } = useQuery(trpc.source.get.queryOptions({ sourceId }));
  const set = (changes: { tab?: PanelTab; wide?: true } | typeof CLOSED_PANEL) =>
    navigate({ to: ".", search: (current) => ({ ...current, ...changes }), replace: true });
  const close = () => navigate({ to: ".", search: (current) => ({ ...current, ...CLOSED_PANEL }) });
  useEffect(() => {
    const opener = document.activeElement;
    panel.current?.focus({ preventScroll: true });
    return () => {
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  useEffect(() => {
    if (source && source.twinId !== twinId) void close();
  });
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      aria-label={source ? `Source: ${source.title}` : "Source"}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.preventDefault();
        void close();
      }}
      className={classNames(
        "flex min-h-0 shrink-0 animate-slide flex-col border-l border-line bg-surface outline-none",
        isOver ? OVER : BESIDE,
        wide ? "lg:w-[56rem] lg:max-w-[60vw]" : "lg:w-[30rem] lg:max-w-[45vw]",
      )}
    >
      {source ? (
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
    </aside>
  );
}
