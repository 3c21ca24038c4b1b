import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { X } from "lucide-react";
import { useId } from "react";
import type { AuditSearch } from "#app/audit-search.ts";
import { useTRPC } from "#lib/trpc.ts";
import { IconButton } from "#ui/icon-button.tsx";
import { Input } from "#ui/input.tsx";
import { Segmented } from "#ui/segmented.tsx";
import { Select } from "#ui/select.tsx";

const ANY = "any";
const OUTCOMES = [
  { value: ANY, label: "All" },
  { value: "allowed", label: "Allowed" },
  { value: "denied", label: "Denied" },
];

/** What the log is narrowed to stands in the address. */
export function AuditFilters() {
  const trpc = useTRPC();
  const { outcome, actor, action, subject, from, to } = useSearch({
    from: "/studio/settings/audit",
  });
  const navigate = useNavigate({ from: "/settings/audit" });
  const members = useQuery(trpc.member.list.queryOptions({ limit: 100 }));
  const narrow = (field: keyof AuditSearch) => (value: string) =>
    navigate({
      search: (now) => ({ ...now, [field]: value === ANY || value === "" ? undefined : value }),
    });
  const isMember = members.data?.items.some(({ userId }) => userId === actor);
  return (
    <div className="flex flex-wrap items-center gap-2 px-6 pb-3 max-md:px-4">
      <Segmented
        label="Outcome"
        value={outcome ?? ANY}
        onChange={narrow("outcome")}
        choices={OUTCOMES}
      />
      <Select
        aria-label="Who"
        className="w-44"
        value={actor ?? ANY}
        onChange={(event) => narrow("actor")(event.target.value)}
      >
        <option value={ANY}>Anybody</option>
        {members.data?.items.map(({ userId, name }) => (
          <option key={userId} value={userId}>
            {name}
          </option>
        ))}
        {actor && !isMember && <option value={actor}>Somebody else</option>}
      </Select>
      <Day label="From" value={from} onChange={narrow("from")} />
      <Day label="To" value={to} onChange={narrow("to")} />
      {action && (
        <Chip text={action} label="Show every action" onClear={() => narrow("action")(ANY)} />
      )}
      {subject && (
        <Chip
          text="One subject"
          label="Show every subject"
          onClear={() => narrow("subject")(ANY)}
        />
      )}
    </div>
  );
}

interface DayProps {
  label: string;
  value: string | undefined;
  onChange: (value: string) => void;
}

function Day({ label, value, onChange }: DayProps) {
  const id = useId();
  return (
    <div className="flex items-center gap-1.5 text-sm text-muted">
      <label htmlFor={id}>{label}</label>
      <span className="w-36">
        <Input
          id={id}
          type="date"
          value={value ?? ""}
          onChange={(event) => onChange(event.target.value)}
        />
      </span>
    </div>
  );
}

function Chip({ text, label, onClear }: { text: string; label: string; onClear: () => void }) {
  return (
    <span className="inline-flex h-8 max-w-64 items-center gap-1 rounded-md bg-selected pr-0.5 pl-2.5">
      <span className="truncate font-mono text-sm">{text}</span>
      <IconButton label={label} size="small-icon" onClick={onClear}>
        <X aria-hidden />
      </IconButton>
    </span>
  );
}
