import { RotateCcw } from "lucide-react";
import { DiffText } from "#features/sources/history/diff-text.tsx";
import { formatMoment } from "#lib/format-time.ts";
import { Button } from "#ui/button.tsx";

export interface Version {
  number: number;
  createdAt: string;
  by: { kind: string };
}

/** One of the things that a version says. */
export interface VersionField<Item> {
  label: string;
  read: (version: Item) => string;
}

const BY: Record<string, string> = {
  user: "by a person",
  api_key: "by an API key",
  system: "by itself",
};

/** One version beside the one before it. */
export function VersionEntry<Item extends Version>({
  version,
  before,
  fields,
  isCurrent,
  isBusy,
  onRestore,
}: {
  version: Item;
  before?: Item;
  fields: readonly VersionField<Item>[];
  isCurrent: boolean;
  isBusy: boolean;
  onRestore: () => void;
}) {
  const rows = fields.map(({ label, read }) => ({
    label,
    before: before ? read(before) : "",
    after: read(version),
  }));
  const shown = rows.filter((row) => row.before !== row.after);
  return (
    <li className="grid grid-cols-1 gap-2 rounded-lg border border-line bg-surface px-3 py-2">
      <div className="flex min-h-7 flex-wrap items-center gap-x-2 text-sm">
        <span className="font-medium">Version {version.number}</span>
        <span className="text-faint">
          {formatMoment(version.createdAt)} {BY[version.by.kind]}
        </span>
        <span className="ml-auto">
          {isCurrent ? (
            <span className="text-muted">Current</span>
          ) : (
            <Button size="small" disabled={isBusy} onClick={onRestore}>
              <RotateCcw aria-hidden />
              Restore<span className="sr-only"> version {version.number}</span>
            </Button>
          )}
        </span>
      </div>
      <dl className="grid grid-cols-1 gap-1.5 text-sm">
        {shown.map((row) => (
          <div key={row.label}>
            <dt className="text-xs text-faint">{row.label}</dt>
            <dd className="break-words whitespace-pre-wrap">
              {before ? <DiffText before={row.before} after={row.after} /> : row.after}
            </dd>
          </div>
        ))}
        {shown.length === 0 && <p className="text-muted">Nothing was changed.</p>}
      </dl>
    </li>
  );
}
