import { ChevronDown, ChevronUp, MoveHorizontal, ZoomIn, ZoomOut } from "lucide-react";
import { useState } from "react";
import { IconButton } from "#ui/icon-button.tsx";
import { Input } from "#ui/input.tsx";

/** Page and zoom of the original. */
export function PdfToolbar({
  page,
  pageCount,
  scale,
  onPage,
  onZoom,
  onFitWidth,
}: {
  page: number;
  pageCount: number;
  scale: number;
  onPage: (page: number) => void;
  onZoom: (by: 1 | -1) => void;
  onFitWidth: () => void;
}) {
  return (
    <div
      role="toolbar"
      aria-label="Page and zoom"
      className="flex h-10 shrink-0 items-center gap-1 border-b border-line px-2 text-sm text-muted tabular-nums"
    >
      <IconButton
        label="Previous page"
        keys="←"
        size="small-icon"
        aria-disabled={page <= 1}
        onClick={() => onPage(page - 1)}
      >
        <ChevronUp aria-hidden />
      </IconButton>
      <IconButton
        label="Next page"
        keys="→"
        size="small-icon"
        aria-disabled={page >= pageCount}
        onClick={() => onPage(page + 1)}
      >
        <ChevronDown aria-hidden />
      </IconButton>
      <PageField key={page} page={page} pageCount={pageCount} onPage={onPage} />
      <span>of {pageCount}</span>
      <span className="flex-1" />
      <IconButton label="Zoom out" keys="-" size="small-icon" onClick={() => onZoom(-1)}>
        <ZoomOut aria-hidden />
      </IconButton>
      <span className="w-11 text-center">{Math.round(scale * 100)} %</span>
      <IconButton label="Zoom in" keys="+" size="small-icon" onClick={() => onZoom(1)}>
        <ZoomIn aria-hidden />
      </IconButton>
      <IconButton label="Fit the width" keys="0" size="small-icon" onClick={onFitWidth}>
        <MoveHorizontal aria-hidden />
      </IconButton>
    </div>
  );
}

function PageField({
  page,
  pageCount,
  onPage,
}: {
  page: number;
  pageCount: number;
  onPage: (page: number) => void;
}) {
  const [typed, setTyped] = useState(String(page));
  return (
    <form
      className="mx-1 w-12"
      onSubmit={(event) => {
        event.preventDefault();
        const wanted = Number.parseInt(typed, 10);
        if (wanted >= 1) onPage(Math.min(wanted, pageCount));
      }}
    >
      <Input
        aria-label="Page"
        inputMode="numeric"
        value={typed}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setTyped(event.target.value)}
        className="h-7 px-1 text-center text-sm max-md:h-8"
      />
    </form>
  );
}
