import { FileDown } from "lucide-react";

/** Leaves the rows in sight: a file can be dropped on one of them as well. */
export function DropTarget({ twinName, hint }: { twinName: string; hint?: string }) {
  return (
    <div className="pointer-events-none fixed inset-2 z-50 grid animate-appear content-end justify-items-center rounded-xl border-2 border-dashed border-accent-text p-6">
      <div className="flex items-center gap-3 rounded-xl bg-raised px-5 py-3 shadow-float">
        <FileDown aria-hidden className="size-6 text-accent-text" />
        <div>
          <p className="font-semibold">Drop to teach {twinName}</p>
          <p className="text-sm text-muted">
            Documents, tables, transcripts, e-mail, a folder or a ZIP of them; or a link
            {hint && `. ${hint}`}
          </p>
        </div>
      </div>
    </div>
  );
}
