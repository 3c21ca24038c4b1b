import type { PDFDocumentProxy } from "pdfjs-dist";
import { useEffect, useState } from "react";
import { openPdf } from "./open-pdf.ts";

export type PdfState =
  | { status: "opening" }
  | { status: "open"; pdf: PDFDocumentProxy }
  | { status: "locked"; wasRefused: boolean }
  | { status: "failed" };

/** The original of a source, open while somebody looks. */
export function usePdf(sourceId: string, password?: string): PdfState {
  const [state, setState] = useState<PdfState>({ status: "opening" });
  useEffect(() => {
    let isHere = true;
    const task = openPdf(sourceId, password);
    const keep = (next: PdfState) => isHere && setState(next);
    setState({ status: "opening" });
    task.promise.then(
      (pdf) => keep({ status: "open", pdf }),
      (error: unknown) =>
        keep(
          isPasswordAsked(error)
            ? { status: "locked", wasRefused: password !== undefined }
            : { status: "failed" },
        ),
    );
    return () => {
      isHere = false;
      void task.destroy();
    };
  }, [sourceId, password]);
  return state;
}

function isPasswordAsked(error: unknown): boolean {
  return error instanceof Error && error.name === "PasswordException";
}
