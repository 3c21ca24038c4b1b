import type { PDFDocumentLoadingTask } from "pdfjs-dist";
import { GlobalWorkerOptions, getDocument, version } from "pdfjs-dist/legacy/build/pdf.mjs";
import workerUrl from "pdfjs-dist/legacy/build/pdf.worker.min.mjs?url";

GlobalWorkerOptions.workerSrc = workerUrl;
const files = `/assets/pdfjs-${version}`;

/** Begins to read a source's original; a page can be drawn as soon as its bytes are there. */
export function openPdf(sourceId: string, password?: string): PDFDocumentLoadingTask {
  return getDocument({
    url: `/api/sources/${sourceId}/file`,
    password,
    cMapUrl: `${files}/cmaps/`,
    iccUrl: `${files}/iccs/`,
    standardFontDataUrl: `${files}/standard_fonts/`,
    wasmUrl: `${files}/wasm/`,
  });
}
