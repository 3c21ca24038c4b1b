import { changedLines, FIELD_WORDS } from "./field-words.ts";
import type { Change } from "./release.ts";

/** Field by field: what goes, and what comes instead. */
export function ChangeList({ changes }: { changes: readonly Change[] }) {
  return (
    <dl className="grid gap-4">
      {changes.map((change) => (
        <FieldChange key={change.field} change={change} />
      ))}
    </dl>
  );
}

function FieldChange({ change }: { change: Change }) {
  const { field } = change;
  const { gone, come } = changedLines(change);
  const isPicture = field === "avatarUrl";
  return (
    <div className="grid gap-1">
      <dt className="text-sm font-medium">{FIELD_WORDS[field]}</dt>
      <dd className="grid gap-px overflow-hidden rounded-md border border-line text-sm">
        <Lines lines={gone} isPicture={isPicture} sign="−" label="Before" className="bg-bad-soft" />
        <Lines lines={come} isPicture={isPicture} sign="+" label="After" className="bg-good-soft" />
      </dd>
    </div>
  );
}

function Lines({
  lines,
  isPicture,
  sign,
  label,
  className,
}: {
  lines: readonly string[];
  /** The line is the picture's data. */
  isPicture: boolean;
  sign: string;
  label: string;
  className: string;
}) {
  if (lines.length === 0) return null;
  return (
    <div className={`grid grid-cols-[1rem_minmax(0,1fr)] gap-x-1 px-2 py-1 ${className}`}>
      <span aria-hidden className="text-muted select-none">
        {sign}
      </span>
      <span className="break-words whitespace-pre-wrap">
        <span className="sr-only">{label}: </span>
        {isPicture ? (
          <img src={lines[0]} alt="Its face" className="size-10 rounded-full object-cover" />
        ) : (
          lines.join("\n")
        )}
      </span>
    </div>
  );
}
