import { findSourceBySha256 } from "@understudy/db/queries/same-source";
import type { Context } from "../../kernel/context.ts";
import { displayName } from "../display-name.ts";
import { titleOfFile } from "../title-of-file.ts";
import { type PreflightFile, type PreflightItem, UNKNOWN } from "./contract.ts";

/** Files whose content might be read whatever they are called are let through: only their bytes tell. */
const NO_TEXT =
  /\.(?:png|jpe?g|gif|webp|avif|svg|ico|bmp|tiff?|heic|psd|mp[34]|m4[av]|mov|avi|mkv|webm|og[gv]|wav|flac|exe|dll|msi|dmg|iso|7z|rar|tar|t?gz|bz2|xz)$/i;
const OLD_OFFICE = /\.(?:doc|xls|ppt)$/i;
const BYTES_A_SECOND = 2_000_000;

/** By what its chooser says of it: nothing has been sent. */
export async function preflightFile(
  ctx: Context,
  { twinId, file }: { twinId: string; file: PreflightFile },
): Promise<PreflightItem> {
  const { byteSize } = file;
  const name = displayName(file.name);
  const sha256 = file.sha256 && Buffer.from(file.sha256, "hex");
  const same =
    sha256 && (await ctx.transaction((tx) => findSourceBySha256(tx, { twinId, sha256 })));
  return {
    ...UNKNOWN,
    kind: "file",
    name,
    byteSize,
    title: titleOfFile(name),
    duplicateOf: same ? same.id : null,
    estimatedSeconds: 1 + Math.round(byteSize / BYTES_A_SECOND),
    problem: problemOf(name, byteSize, ctx.ports.maxFileBytes),
  };
}

function problemOf(name: string, byteSize: number, maxBytes: number): PreflightItem["problem"] {
  if (byteSize === 0) return { reason: "source.empty", message: "This file is empty." };
  if (byteSize > maxBytes) {
    const message = `A file may have up to ${Math.floor(maxBytes / 1_048_576)} MB.`;
    return { reason: "source.too_large", message };
  }
  if (OLD_OFFICE.test(name)) {
    const message = "Old Office files cannot be read. Save it as DOCX or PDF.";
    return { reason: "source.unsupported", message };
  }
  if (!NO_TEXT.test(name)) return null;
  return { reason: "source.unsupported", message: "This kind of file has no text to learn from." };
}
