import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { X } from "lucide-react";
import type { JobsSearch } from "#app/jobs-search.ts";
import { useTRPC } from "#lib/trpc.ts";
import { IconButton } from "#ui/icon-button.tsx";
import { Segmented } from "#ui/segmented.tsx";
import { Select } from "#ui/select.tsx";
import { KIND_WORDS, STATUS_WORDS } from "./stage-words.ts";

const ANY = "any";
const STATUSES = [
  { value: ANY, label: "All" },
  ...Object.entries(STATUS_WORDS).map(([value, label]) => ({ value, label })),
];

/** What the list is narrowed to stands in the address. */
export function JobFilters() {
  const trpc = useTRPC();
  const { status, kind, twin, source } = useSearch({ from: "/studio/jobs" });
  const navigate = useNavigate({ from: "/jobs" });
  const twins = useQuery(trpc.twin.list.queryOptions({ limit: 100 }));
  const narrow = (field: keyof JobsSearch) => (value: string) =>
    navigate({ search: (current) => ({ ...current, [field]: value === ANY ? undefined : value }) });
  return (
    <div className="flex flex-wrap items-center gap-2 px-6 pb-3 max-md:px-4">
      <div className="max-w-full overflow-x-auto">
        <Segmented
          label="State"
          value={status ?? ANY}
          onChange={narrow("status")}
          choices={STATUSES}
        />
      </div>
      <Select
        aria-label="Kind of work"
        className="w-40"
        value={kind ?? ANY}
        onChange={(event) => narrow("kind")(event.target.value)}
      >
        <option value={ANY}>All kinds</option>
        {Object.entries(KIND_WORDS).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
      <Select
        aria-label="Twin"
        className="w-44"
        value={twin ?? ANY}
        onChange={(event) => narrow("twin")(event.target.value)}
      >
        <option value={ANY}>All twins</option>
        {twins.data?.items.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      {source && <SourceFilter sourceId={source} onClear={() => narrow("source")(ANY)} />}
    </div>
  );
}

function SourceFilter({ sourceId, onClear }: { sourceId: string; onClear: () => void }) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.source.get.queryOptions({ sourceId }, { retry: false }));
  return (
    <span className="inline-flex h-8 max-w-64 items-center gap-1 rounded-md bg-selected pr-0.5 pl-2.5">
      <span className="truncate">{data?.title ?? "One source"}</span>
      <IconButton label="Show jobs of all sources" size="small-icon" onClick={onClear}>
        <X aria-hidden />
      </IconButton>
    </span>
  );
}
