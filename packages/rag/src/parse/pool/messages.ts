import type { ParsedDocument } from "../document.ts";
import type { PageOutline } from "../html/read-outline.ts";
import type { Sitemap } from "../sitemap/read-sitemap.ts";
import type { RejectionReason } from "../source-rejected.ts";

/** What a child makes of a file's bytes, by what is asked of it. */
export interface Readings {
  document: ParsedDocument;
  outline: PageOutline;
  sitemap: Sitemap;
}

/** Sent to a child; the file's bytes follow it. */
export interface ParseRequest {
  reading: keyof Readings;
  fileName: string;
  password?: string;
  byteLength: number;
}

export type ParseReply<Reading> =
  | { reading: Reading }
  | { rejection: { reason: RejectionReason; message: string } };
