import { useNavigate } from "@tanstack/react-router";
import { BadgeCheck, Ban, MailCheck } from "lucide-react";
import { formatCount } from "#lib/format-count.ts";
import { useNow } from "#lib/use-now.ts";
import { Ago } from "#ui/ago.tsx";
import { classNames } from "#ui/class-names.ts";
import { TABLE_CELL, TABLE_ROW } from "#ui/table.ts";
import { nearestLimit, type Person, personName, SOURCE_NAMES } from "./audience.ts";

export function PersonRow({
  person,
  isOpen,
  isChosen,
  narrow,
  way,
  seen,
  onOpen,
  onChoose,
  onFocus,
}: {
  person: Person;
  isOpen: boolean;
  isChosen: boolean;
  narrow: string;
  way: string;
  seen: string;
  onOpen: () => void;
  onChoose: () => void;
  onFocus: () => void;
}) {
  const now = useNow();
  const { id, groups, source, figures, lastSeenAt } = person;
  const limit = nearestLimit(person);
  return (
    <tr
      data-row-id={id}
      tabIndex={-1}
      aria-selected={isOpen}
      onFocus={onFocus}
      onKeyDown={(event) => {
        if (event.key !== "x" || event.target !== event.currentTarget) return;
        event.preventDefault();
        onChoose();
      }}
      className={TABLE_ROW}
    >
      <td className={TABLE_CELL}>
        <input
          type="checkbox"
          aria-label={`Choose ${personName(person)}`}
          className="size-4 accent-accent align-middle"
          checked={isChosen}
          onChange={onChoose}
        />
      </td>
      <td className={classNames(TABLE_CELL, "py-1.5")}>
        <Who person={person} onOpen={onOpen} />
      </td>
      <td className={classNames(TABLE_CELL, narrow, "truncate text-sm")}>
        {groups.map(({ name }) => name).join(", ")}
      </td>
      <td className={classNames(TABLE_CELL, way, "truncate text-sm text-muted")}>
        {SOURCE_NAMES[source]}
      </td>
      <td className={classNames(TABLE_CELL, "text-sm tabular-nums max-md:hidden")}>
        {formatCount(figures.messages)}
        {limit && (
          <p
            className={classNames("text-xs", limit.used >= limit.most ? "text-bad" : "text-faint")}
            title={`${limit.accessGroup}, per ${limit.period}`}
          >
            {limit.used} of {limit.most} a {limit.period}
          </p>
        )}
      </td>
      <td className={classNames(TABLE_CELL, seen, "text-muted tabular-nums")}>
        <Ago at={lastSeenAt} now={now} />
      </td>
    </tr>
  );
}

function Who({ person, onOpen }: { person: Person; onOpen: () => void }) {
  const navigate = useNavigate({ from: "/twins/$twinId/audience" });
  const { name, email, externalId, tags, isBlocked, isVerified, hasConsent } = person;
  const isNamed = (name ?? email ?? externalId) !== null;
  const second = name === null ? (email === null ? null : externalId) : (email ?? externalId);
  return (
    <>
      <span className="flex items-center gap-1.5 [&_svg]:size-3.5 [&_svg]:shrink-0">
        {isBlocked && <Ban aria-label="Blocked" className="text-bad" />}
        <button
          type="button"
          onClick={onOpen}
          className={classNames(
            "block min-w-0 truncate text-left hover:underline",
            isNamed ? "font-medium" : "text-muted",
            isBlocked && "line-through",
          )}
        >
          {personName(person)}
        </button>
        {isVerified && <BadgeCheck aria-label="Verified" className="text-good" />}
        {hasConsent && <MailCheck aria-label="Agreed to be written to" className="text-muted" />}
      </span>
      <p className="flex min-w-0 gap-1.5 truncate text-sm text-muted">
        {second && <span className="truncate">{second}</span>}
        {tags.map((tag) => (
          <button
            key={tag}
            type="button"
            className="shrink-0 hover:text-ink hover:underline"
            aria-label={`Only those with the tag ${tag}`}
            onClick={() => void navigate({ search: (now) => ({ ...now, tag }) })}
          >
            #{tag}
          </button>
        ))}
      </p>
    </>
  );
}
