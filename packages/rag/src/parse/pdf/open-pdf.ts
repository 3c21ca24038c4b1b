import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { getDocumentProxy } from "unpdf";
import { SourceRejected } from "../source-rejected.ts";
import { showHyphens } from "./show-hyphens.ts";

export type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/** East Asian files name standard character maps instead of carrying their own. */
const mapsFolder = join(
  dirname(fileURLToPath(import.meta.resolve("pdfjs-dist/package.json"))),
  "cmaps/",
);

/** Opens a PDF, telling a missing or wrong password from a broken file. */
export async function openPdf(bytes: Uint8Array, password?: string): Promise<Pdf> {
  // PDF.js takes the buffer over, so it gets its own copy.
  const copy = new Uint8Array(bytes);
  showHyphens(Buffer.from(copy.buffer));
  try {
    return await getDocumentProxy(copy, {
      verbosity: 0,
      useSystemFonts: false,
      cMapUrl: mapsFolder,
      cMapPacked: true,
      stopAtErrors: false,
      ...(password !== undefined && { password }),
    });
  } catch (error) {
    if (error instanceof Error && error.name === "PasswordException") throw locked(error, password);
    const advice = "This PDF is damaged and cannot be opened. Export it again.";
    throw new SourceRejected("source.corrupt", advice, { cause: error });
  }
}

function locked(cause: Error, password?: string): SourceRejected {
  const advice = password
    ? "This password does not open the PDF. Try another one."
    : "This PDF is encrypted. Retry with its password.";
  return new SourceRejected("source.encrypted", advice, { cause });
}
