import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { DIMENSIONS, type Dimension } from "#app/analytics-search.ts";
import { useTwin } from "#features/twins/use-twin.ts";
import { useTRPC } from "#lib/trpc.ts";
import { Select } from "#ui/select.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { type Part, useViewed } from "./analytics.ts";
import { DIMENSION_FILTERS, DIMENSION_NAMES, partName } from "./dimension-words.ts";
import { FiguresTable } from "./figures-table.tsx";
import { Section } from "./section.tsx";

/** The figures told apart; a name narrows the whole screen to it. */
export function BreakdownSection() {
  const twin = useTwin();
  const trpc = useTRPC();
  const { by = "channel" } = useSearch({ from: "/studio/twins/$twinId/analytics" });
  const navigate = useNavigate({ from: "/twins/$twinId/analytics" });
  const { input, behind } = useViewed(twin.id);
  const { data } = useQuery(
    trpc.analytics.breakdown.queryOptions(
      { ...input, by },
      { throwOnError: true, staleTime: 30_000, placeholderData: keepPreviousData },
    ),
  );
  const filterOf = ({ key }: Part) => (key === null ? null : { [DIMENSION_FILTERS[by]]: key });
  return (
    <Section
      title="Where from"
      actions={
        <Select
          aria-label="Told apart by"
          value={by}
          onChange={(event) =>
            void navigate({
              search: (now) => ({ ...now, by: event.target.value as Dimension }),
              replace: true,
            })
          }
        >
          {DIMENSIONS.map((each) => (
            <option key={each} value={each}>
              {DIMENSION_NAMES[each]}
            </option>
          ))}
        </Select>
      }
    >
      {!data && <Skeleton className="h-24" />}
      {data && (
        <FiguresTable
          heading={DIMENSION_NAMES[data.by]}
          rows={data.parts.map((part) => {
            const narrowed = filterOf(part);
            return {
              id: part.key ?? "none",
              twinId: twin.id,
              name: partName(data.by, part),
              current: part.current,
              previous: part.previous,
              behind: narrowed && { ...behind, ...narrowed },
              onNarrow:
                narrowed && (() => void navigate({ search: (now) => ({ ...now, ...narrowed }) })),
            };
          })}
        />
      )}
    </Section>
  );
}
