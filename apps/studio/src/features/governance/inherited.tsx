import { Building2 } from "lucide-react";

/** What the workspace says already, and a twin can only add to. */
export function Inherited({ words }: { words: string }) {
  return (
    <p className="flex items-start gap-2 rounded-md bg-sunken px-3 py-2 text-sm text-muted">
      <Building2 aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>
        <span className="font-medium text-ink">The workspace:</span> {words}.
      </span>
    </p>
  );
}
