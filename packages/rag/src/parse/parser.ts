import type { ParsedDocument } from "./document.ts";

export interface ParseOptions {
  /** Shown to people; a hint only where the content leaves a choice between kinds of text. */
  fileName: string;
  password?: string;
}

/** Turns bytes into a document, or throws `SourceRejected` with the reason. */
export type Parser = (
  bytes: Uint8Array,
  options: ParseOptions,
) => ParsedDocument | Promise<ParsedDocument>;
