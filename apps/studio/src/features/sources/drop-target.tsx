import { FileDown } from "lucide-react";

export function DropTarget({ twinName }: { twinName: string }) {
  return (
    <div className="pointer-events-none fixed inset-2 z-50 grid animate-appear place-items-center rounded-xl border-2 border-dashed border-accent-text bg-canvas/90">
      <div className="grid justify-items-center gap-2">
        <FileDown aria-hidden className="size-8 text-accent-text" />
        <p className="text-lg font-semibold">Drop to teach {twinName}</p>
        <p className="text-muted">
          PDF, Word, HTML, Markdown, CSV or text, several at once; or a link
        </p>
      </div>
    </div>
  );
}
