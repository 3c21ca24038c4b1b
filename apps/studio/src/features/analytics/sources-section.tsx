import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTwin } from "#features/twins/use-twin.ts";
import { countOf } from "#lib/format-count.ts";
import { useTRPC } from "#lib/trpc.ts";
import { classNames } from "#ui/class-names.ts";
import { Skeleton } from "#ui/skeleton.tsx";
import { TABLE_CELL, TABLE_FLUSH, TABLE_HEAD, TABLE_ROW } from "#ui/table.ts";
import { type Behind, type SourceFigures, useViewed } from "./analytics.ts";
import { ChangeMark } from "./change-mark.tsx";
import { changeOfCount } from "./change-words.ts";
import { CountLink } from "./count-link.tsx";
import { Section } from "./section.tsx";

const SHOWN = 20;

/** Which sources answers rest on, and which stood behind answers that were wanting. */
export function SourcesSection() {
  const twin = useTwin();
  const trpc = useTRPC();
  const { input, behind } = useViewed(twin.id);
  const { data } = useQuery(
    trpc.analytics.sources.queryOptions(
      { ...input, limit: SHOWN },
      { throwOnError: true, staleTime: 30_000 },
    ),
  );
  const unused = data?.unused.count ?? 0;
  return (
    <Section
      title="Sources"
      detail="What answers cited, and how often such an answer was not helpful, not wholly supported, or corrected."
    >
      {!data && <Skeleton className="h-24" />}
      {data?.sources.length === 0 && (
        <p className="text-sm text-muted">No answer of this time cites a source.</p>
      )}
      {data && data.sources.length > 0 && (
        <SourceTable twinId={twin.id} sources={data.sources} behind={behind} />
      )}
      {data && unused > 0 && (
        <p className="text-sm text-muted">
          {countOf(unused, "source was", "sources were")} not cited in this time:{" "}
          {data.unused.examples.map(({ sourceId, title }, i) => (
            <span key={sourceId}>
              {i > 0 && ", "}
              <SourceLink sourceId={sourceId} title={title} />
            </span>
          ))}
          {unused > data.unused.examples.length && " and others"}.
        </p>
      )}
    </Section>
  );
}

function SourceTable({
  twinId,
  sources,
  behind,
}: {
  twinId: string;
  sources: readonly SourceFigures[];
  behind: Behind;
}) {
  const narrow = "w-28 max-md:hidden";
  return (
    <table className={TABLE_FLUSH}>
      <thead>
        <tr>
          <th className={TABLE_HEAD}>Source</th>
          <th className={`${TABLE_HEAD} w-36 max-md:w-24`}>Cited</th>
          <th className={`${TABLE_HEAD} w-28 max-md:w-24`}>Not helpful</th>
          <th className={`${TABLE_HEAD} ${narrow}`}>Partly supported</th>
          <th className={`${TABLE_HEAD} ${narrow}`}>Corrected</th>
        </tr>
      </thead>
      <tbody>
        {sources.map((source) => (
          <SourceRow key={source.sourceId} twinId={twinId} source={source} behind={behind} />
        ))}
      </tbody>
    </table>
  );
}

function SourceRow({
  twinId,
  source,
  behind,
}: {
  twinId: string;
  source: SourceFigures;
  behind: Behind;
}) {
  const { sourceId, title, used, blame, previous } = source;
  const cell = (count: number, of: string, narrowed: Behind) => (
    <CountLink
      twinId={twinId}
      count={count}
      of={`${of}, ${title ?? "removed source"}`}
      behind={{ ...behind, sourceId, ...narrowed }}
    />
  );
  const number = `${TABLE_CELL} tabular-nums`;
  const change =
    previous && changeOfCount({ now: used.count, before: previous.used, better: "neither" });
  return (
    <tr className={TABLE_ROW}>
      <th scope="row" className={classNames(TABLE_CELL, "text-left font-normal")}>
        {title === null ? (
          <span className="text-muted">Removed for good</span>
        ) : (
          <SourceLink sourceId={sourceId} title={title} className="block truncate" />
        )}
      </th>
      <td className={number}>
        <span className="flex flex-wrap items-baseline gap-x-2">
          {cell(used.count, "Cited", {})}
          <ChangeMark change={change} />
        </span>
      </td>
      <td className={number}>{cell(blame.down.count, "Not helpful", { feedback: "down" })}</td>
      <td className={classNames(number, "max-md:hidden")}>
        {cell(blame.partlySupported.count, "Partly supported", { supportedBelow: 1 })}
      </td>
      <td className={classNames(number, "max-md:hidden")}>
        {cell(blame.corrected.count, "Corrected", { corrected: true })}
      </td>
    </tr>
  );
}

function SourceLink({
  sourceId,
  title,
  className = "",
}: {
  sourceId: string;
  title: string;
  className?: string;
}) {
  return (
    <Link
      from="/twins/$twinId/analytics"
      to="."
      search={(now) => ({ ...now, source: sourceId })}
      className={`underline-offset-4 hover:underline ${className}`}
    >
      {title}
    </Link>
  );
}
