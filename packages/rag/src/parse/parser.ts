import type { ParsedDocument } from "./document.ts";

export interface ParseOptions {
  /** Shown to people; a hint only where the content leaves a choice between kinds of text. */
  fileName: string;
  password?: string;
}

/** Reads a file that another one carries, by its own content; too deep a nest is `source.too_complex`. */
export type ParseNested = (bytes: Uint8Array, options: ParseOptions) => Promise<ParsedDocument>;

/** Turns bytes into a document, or throws `SourceRejected` with the reason. */
export type Parser = (
  bytes: Uint8Array,
  options: ParseOptions,
  parseNested: ParseNested,
) => ParsedDocument | Promise<ParsedDocument>;
