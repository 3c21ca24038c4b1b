import { useNavigate, useSearch } from "@tanstack/react-router";
import { Flag, X } from "lucide-react";
import type { ConversationsSearch } from "#app/conversations-search.ts";
import { filterOf } from "#app/conversations-search.ts";
import { formatMoment } from "#lib/format-time.ts";
import { languageName } from "#lib/language-name.ts";
import { Button } from "#ui/button.tsx";
import { FilterChoice } from "#ui/filter-choice.tsx";
import { SearchField } from "#ui/search-field.tsx";
import { CHANNEL_NAMES, OUTCOME_NAMES } from "./conversation-words.ts";

const REVIEWED = { yes: true, no: false } as const;

/** What the list is narrowed to stands in the address; what came with a link can be taken off. */
export function ConversationFilters() {
  const search = useSearch({ from: "/studio/twins/$twinId/conversations" });
  const navigate = useNavigate({ from: "/twins/$twinId/conversations" });
  const set = (changes: Partial<ConversationsSearch>) =>
    void navigate({ search: (now) => ({ ...now, ...changes }), replace: true });
  return (
    <div className="flex flex-wrap items-center gap-2 px-6 pb-3 max-md:px-4">
      <SearchField
        label="Find in what was said"
        text={search.search ?? ""}
        onChange={(text) => set({ search: text || undefined })}
      />
      <FilterChoice
        label="Channel"
        value={search.channel}
        names={CHANNEL_NAMES}
        onChange={(channel) => set({ channel })}
      />
      <FilterChoice
        label="Outcome"
        value={search.outcome}
        names={OUTCOME_NAMES}
        onChange={(outcome) => set({ outcome })}
      />
      <FilterChoice
        label="Feedback"
        value={search.feedback}
        names={{ up: "Helpful", down: "Not helpful" }}
        onChange={(feedback) => set({ feedback })}
      />
      <FilterChoice
        label="Reviewed"
        value={search.reviewed === undefined ? undefined : search.reviewed ? "yes" : "no"}
        names={{ no: "Not reviewed", yes: "Reviewed" }}
        onChange={(value) => set({ reviewed: value && REVIEWED[value] })}
      />
      <Button
        aria-pressed={search.flagged === true}
        className="aria-pressed:bg-selected"
        onClick={() => set({ flagged: search.flagged ? undefined : true })}
      >
        <Flag aria-hidden />
        Flagged
      </Button>
      <GivenFilters search={search} onChange={set} />
    </div>
  );
}

const WORDS: { [Key in keyof ConversationsSearch]?: (value: string) => string } = {
  from: (value) => `From ${formatMoment(value)}`,
  to: (value) => `Before ${formatMoment(value)}`,
  language: languageName,
  topic: (value) => `About ${value.split(" ").slice(0, 3).join(", ")}`,
  answered: (value) => (value === "true" ? "Answered or verified" : "Not answered"),
  corrected: () => "Corrected",
  fromVisitors: () => "Asked by visitors",
  tag: (value) => `Tag: ${value}`,
  sourceId: () => "Cites one source",
  visitorId: () => "One visitor",
  shareLinkId: () => "One share link",
  widgetId: () => "One widget",
  apiKeyId: () => "One key",
  accessGroupId: () => "One access group",
  releaseId: (value) => (value === "draft" ? "Answered by the draft" : "One release"),
  supportedBelow: (value) => `Less than ${Math.round(Number(value) * 100)} % supported`,
  returning: (value) => (value === "true" ? "Came again" : "Came for the first time"),
};

function GivenFilters({
  search,
  onChange,
}: {
  search: ConversationsSearch;
  onChange: (changes: Partial<ConversationsSearch>) => void;
}) {
  return Object.entries(filterOf(search)).map(([name, value]) => {
    const words = WORDS[name as keyof ConversationsSearch];
    if (!words || value === undefined) return null;
    return (
      <Button key={name} onClick={() => onChange({ [name]: undefined })}>
        {words(String(value))}
        <X aria-hidden />
        <span className="sr-only">, take it off</span>
      </Button>
    );
  });
}
