import { useState } from "react";
import { PaneSkeleton } from "../pane-skeleton.tsx";
import type { Viewer } from "../viewer.ts";
import { PdfPages } from "./pdf-pages.tsx";
import { PdfPassword } from "./pdf-password.tsx";
import { usePdf } from "./use-pdf.ts";

/** The PDF as its author laid it out. */
export function PdfPane({ viewer }: { viewer: Viewer }) {
  const [password, setPassword] = useState<string>();
  const state = usePdf(viewer.source.id, password);
  switch (state.status) {
    case "opening":
      return <PaneSkeleton label="Opening the original" />;
    case "open":
      return <PdfPages viewer={viewer} pdf={state.pdf} />;
    case "locked":
      return <PdfPassword wasRefused={state.wasRefused} onGive={setPassword} />;
    case "failed":
      return (
        <p className="p-6 text-muted">
          The original could not be opened here. You can still download it and read its text.
        </p>
      );
  }
}
