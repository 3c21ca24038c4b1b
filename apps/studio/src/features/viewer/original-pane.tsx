import { lazy, Suspense } from "react";
import { originalKind } from "./original-kind.ts";
import { PaneSkeleton } from "./pane-skeleton.tsx";
import { ReadingPane } from "./reading/reading-pane.tsx";
import { SheetPane } from "./sheet/sheet-pane.tsx";
import { TranscriptPane } from "./transcript/transcript-pane.tsx";
import type { Viewer } from "./viewer.ts";

const PdfPane = lazy(async () => ({ default: (await import("./pdf/pdf-pane.tsx")).PdfPane }));

export function OriginalPane({ viewer }: { viewer: Viewer }) {
  const kind = originalKind(viewer.source, viewer.blocks);
  if (kind === "pdf") {
    return (
      <Suspense fallback={<PaneSkeleton label="Opening the original" />}>
        <PdfPane viewer={viewer} />
      </Suspense>
    );
  }
  if (viewer.source.status !== "live") {
    return <p className="p-6 text-muted">It is shown here once it has been read.</p>;
  }
  if (viewer.blocks.length === 0) return <PaneSkeleton label="Opening the original" />;
  if (kind === "sheet") return <SheetPane viewer={viewer} />;
  if (kind === "transcript") return <TranscriptPane viewer={viewer} />;
  return <ReadingPane viewer={viewer} />;
}
