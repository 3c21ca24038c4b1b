import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { X } from "lucide-react";
import type { AudienceSearch } from "#app/audience-search.ts";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { FilterChoice } from "#ui/filter-choice.tsx";
import { SearchField } from "#ui/search-field.tsx";
import { SOURCE_NAMES } from "./audience.ts";

const LAST_SEEN = {
  1: "Seen today",
  7: "Seen in 7 days",
  30: "Seen in 30 days",
  older: "Not for 30 days",
};
const FIRST_SEEN = {
  1: "New today",
  7: "New in 7 days",
  30: "New in 30 days",
  older: "Known for 30 days",
};

/** What the list is narrowed to stands in the address. */
export function AudienceFilters({ twinId }: { twinId: string }) {
  const trpc = useTRPC();
  const search = useSearch({ from: "/studio/twins/$twinId/audience" });
  const navigate = useNavigate({ from: "/twins/$twinId/audience" });
  const groups = useQuery(trpc.accessGroup.list.queryOptions({ twinId }));
  const groupNames = Object.fromEntries(groups.data?.items.map(({ id, name }) => [id, name]) ?? []);
  const set = (changes: Partial<AudienceSearch>) =>
    void navigate({ search: (now) => ({ ...now, ...changes }), replace: true });
  return (
    <div className="flex flex-wrap items-center gap-2 px-6 pb-3 max-md:px-4">
      <SearchField
        label="Name, e-mail or id"
        text={search.search ?? ""}
        onChange={(text) => set({ search: text || undefined })}
      />
      <div className="max-md:-mx-4 max-md:flex max-md:w-screen max-md:items-center max-md:gap-2 max-md:overflow-x-auto max-md:px-4 md:contents max-md:[&>*]:shrink-0">
        <FilterChoice
          label="Came by"
          value={search.source}
          names={SOURCE_NAMES}
          onChange={(source) => set({ source })}
        />
        {(groups.data?.items.length ?? 0) > 0 && (
          <FilterChoice
            label="Group"
            value={search.accessGroupId}
            names={groupNames}
            onChange={(accessGroupId) => set({ accessGroupId })}
          />
        )}
        <FilterChoice
          label="Last seen"
          value={search.lastSeen}
          names={LAST_SEEN}
          onChange={(lastSeen) => set({ lastSeen })}
        />
        <FilterChoice
          label="First seen"
          value={search.firstSeen}
          names={FIRST_SEEN}
          onChange={(firstSeen) => set({ firstSeen })}
        />
        <FilterChoice
          label="Consent"
          value={yesNo(search.consent)}
          names={{ yes: "Agreed", no: "No consent" }}
          onChange={(value) => set({ consent: value && value === "yes" })}
        />
        <FilterChoice
          label="Blocked"
          value={yesNo(search.blocked)}
          names={{ yes: "Blocked", no: "Not blocked" }}
          onChange={(value) => set({ blocked: value && value === "yes" })}
        />
        {search.tag && (
          <Button onClick={() => set({ tag: undefined })}>
            #{search.tag}
            <X aria-hidden />
            <span className="sr-only">, take it off</span>
          </Button>
        )}
      </div>
    </div>
  );
}

function yesNo(value: boolean | undefined) {
  if (value === undefined) return undefined;
  return value ? "yes" : "no";
}
