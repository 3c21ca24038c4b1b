import { listZipEntries, type ZipEntry } from "../office/list-zip-entries.ts";
import { zipKind } from "../office/zip-kind.ts";
import { SourceRejected } from "../source-rejected.ts";

/** A file in an archive. */
export interface ArchiveMember {
  /** As people read it: with forward slashes, from the archive's root. */
  path: string;
  entry: ZipEntry;
  /** Why it is not to be opened. */
  refusal?: "encrypted" | "unsafe_path" | "nested_archive" | "not_text" | "empty" | "hidden";
}

const ARCHIVE = /\.(?:zip|jar|7z|rar|tar|t?gz|bz2|xz|zst)$/i;
const NO_TEXT =
  /\.(?:png|jpe?g|gif|webp|avif|svg|ico|bmp|tiff?|heic|psd|mp[34]|m4[av]|mov|avi|mkv|webm|og[gv]|wav|flac|exe|dll|msi|dmg|iso|bin|woff2?|ttf|otf)$/i;
/** What systems put beside people's files. */
const HIDDEN = /(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/i;

/** A zip that is no document of its own, such as a DOCX. Throws `SourceRejected` for one that is damaged or a bomb. */
export function isArchive(bytes: Uint8Array): boolean {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
  return isZip && zipKind(listZipEntries(bytes).map(({ name }) => name)) === undefined;
}

/**
 * The files of an archive, in its order, without inflating any. Throws `source.empty` where there are
 * none, and what `listZipEntries` refuses as damaged or as a bomb.
 */
export function listMembers(bytes: Uint8Array): ArchiveMember[] {
  const files = listZipEntries(bytes).filter(({ name }) => !/[/\\]$/.test(name));
  if (files.length === 0)
    throw new SourceRejected("source.empty", "There is nothing in this archive.");
  return files.map((entry) => {
    const path = entry.name.replaceAll("\\", "/");
    const refusal = refusalOf(path, entry);
    return { path, entry, ...(refusal && { refusal }) };
  });
}

function refusalOf(path: string, { encrypted, bytes }: ZipEntry): ArchiveMember["refusal"] {
  if (/(?:^|\/)\.{1,2}(?:\/|$)|^\/|^[a-z]:|\0/i.test(path)) return "unsafe_path";
  if (HIDDEN.test(path)) return "hidden";
  if (encrypted) return "encrypted";
  if (ARCHIVE.test(path)) return "nested_archive";
  if (NO_TEXT.test(path)) return "not_text";
  return bytes === 0 ? "empty" : undefined;
}
