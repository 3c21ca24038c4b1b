import type { ParsedDocument } from "../document.ts";
import type { RejectionReason } from "../source-rejected.ts";

/** Sent to a child; the file's bytes follow it. */
export interface ParseRequest {
  fileName: string;
  password?: string;
  byteLength: number;
}

export type ParseReply =
  | { document: ParsedDocument }
  | { rejection: { reason: RejectionReason; message: string } };
