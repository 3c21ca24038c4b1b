import { detectKind, isLockedOffice } from "./detect-kind.ts";
import type { ParsedDocument } from "./document.ts";
import type { ParseOptions } from "./parser.ts";
import { parsers } from "./parsers.ts";
import { SourceRejected } from "./source-rejected.ts";

/**
 * Understands a file by its content. Throws `SourceRejected` when the document is at fault: broken,
 * encrypted, empty, without text, or of no known kind. Unbounded: run untrusted bytes in a parser pool.
 */
export async function parseBytes(
  bytes: Uint8Array,
  options: ParseOptions,
): Promise<ParsedDocument> {
  return parseAtDepth(bytes, options, 0);
}

const DEEPEST = 3;

async function parseAtDepth(
  bytes: Uint8Array,
  options: ParseOptions,
  depth: number,
): Promise<ParsedDocument> {
  if (depth > DEEPEST) throw new RangeError("The file holds files within files within files.");
  if (bytes.length === 0) throw new SourceRejected("source.empty", "This file is empty.");
  try {
    if (options.password && isLockedOffice(bytes)) {
      const { openOfficeFile } = await import("./locked/open-office-file.ts");
      const opened = openOfficeFile(bytes, options.password);
      return await parseAtDepth(opened, { fileName: options.fileName }, depth + 1);
    }
    const parse = await parsers[detectKind(bytes, options.fileName)]();
    return await parse(bytes, options, (inner, named) => parseAtDepth(inner, named, depth + 1));
  } catch (error) {
    throw asRejection(error);
  }
}

function asRejection(error: unknown): SourceRejected {
  if (error instanceof SourceRejected) return error;
  if (error instanceof RangeError) {
    const advice = "This file is nested too deeply or too large to read. Split or simplify it.";
    return new SourceRejected("source.too_complex", advice, { cause: error });
  }
  const advice = "This file is damaged and cannot be read. Export or save it again.";
  return new SourceRejected("source.corrupt", advice, { cause: error });
}
