import { useNavigate, useSearch } from "@tanstack/react-router";
import { ArrowDown } from "lucide-react";
import type { ReactNode } from "react";
import { useListKeys } from "#lib/use-list-keys.ts";
import { TABLE_HEAD } from "#ui/table.ts";
import type { Person } from "./audience.ts";
import { PersonRow } from "./person-row.tsx";

export function AudienceTable({
  people,
  chosen,
  onChoose,
}: {
  people: readonly Person[];
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
}) {
  const { open: openId, sort } = useSearch({ from: "/studio/twins/$twinId/audience" });
  const navigate = useNavigate({ from: "/twins/$twinId/audience" });
  const open = (id: string | undefined) =>
    void navigate({
      search: (now) => ({ ...now, open: id }),
      replace: openId !== undefined && id !== undefined,
    });
  const { setActiveId } = useListKeys({
    follows: openId !== undefined,
    onOpen: open,
    onClose: () => open(undefined),
  });
  const narrow = openId ? "max-2xl:hidden" : "max-lg:hidden";
  const way = openId ? "max-2xl:hidden" : "max-md:hidden";
  const seen = openId ? "max-2xl:hidden" : "";
  const isAll = people.every(({ id }) => chosen.has(id));
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChoose(next);
  };
  return (
    <table className="w-full table-fixed">
      <thead>
        <tr>
          <th className={`${TABLE_HEAD} w-14 max-md:w-11`}>
            <input
              type="checkbox"
              aria-label="Choose everybody shown"
              className="size-4 accent-accent align-middle"
              checked={isAll}
              onChange={() => onChoose(new Set(isAll ? [] : people.map(({ id }) => id)))}
            />
          </th>
          <th className={TABLE_HEAD}>Who</th>
          <th className={`${TABLE_HEAD} w-44 ${narrow}`}>Groups</th>
          <th className={`${TABLE_HEAD} w-32 ${way}`}>Came by</th>
          <Sorted isOn={sort === "messages"} by="messages" className="w-28 max-md:hidden">
            Messages
          </Sorted>
          <Sorted isOn={sort !== "messages"} by={undefined} className={`w-32 ${seen}`}>
            Last seen
          </Sorted>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <PersonRow
            key={person.id}
            person={person}
            isOpen={person.id === openId}
            isChosen={chosen.has(person.id)}
            narrow={narrow}
            way={way}
            seen={seen}
            onOpen={() => open(person.id)}
            onChoose={() => toggle(person.id)}
            onFocus={() => setActiveId(person.id)}
          />
        ))}
      </tbody>
    </table>
  );
}

function Sorted({
  isOn,
  by,
  className,
  children,
}: {
  isOn: boolean;
  by: "messages" | undefined;
  className: string;
  children: ReactNode;
}) {
  const navigate = useNavigate({ from: "/twins/$twinId/audience" });
  return (
    <th aria-sort={isOn ? "descending" : "none"} className={`${TABLE_HEAD} ${className}`}>
      <button
        type="button"
        className="inline-flex min-h-6 items-center gap-1 hover:text-ink"
        onClick={() => void navigate({ search: (now) => ({ ...now, sort: by }), replace: true })}
      >
        {children}
        {isOn && <ArrowDown aria-hidden className="size-3" />}
      </button>
    </th>
  );
}
