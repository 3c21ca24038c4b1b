import { getDocumentProxy } from "unpdf";
import { SourceRejected } from "../source-rejected.ts";

export type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/** Opens a PDF, telling a missing or wrong password from a broken file. */
export async function openPdf(bytes: Uint8Array, password?: string): Promise<Pdf> {
  try {
    // PDF.js takes the buffer over, so it gets its own copy.
    return await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      useSystemFonts: false,
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
