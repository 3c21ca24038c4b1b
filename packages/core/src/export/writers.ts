import type { ExportKind } from "@understudy/db/column-values";
import type { ExportRow } from "@understudy/db/queries/exports";
import { writeBundle } from "../bundle/write-bundle.ts";
import { writeConversations } from "../conversation/operate/write-conversations.ts";
import type { JobContext } from "../kernel/job.ts";
import { writeSubject } from "./write-subject.ts";

export interface Writing {
  blobKey: string;
  report: (fraction: number) => Promise<void>;
}

/** What was written, in figures; the job shows them. */
export interface Written {
  bytes: number;
  conversations?: number;
  [what: string]: number | undefined;
}

export type WriteFile = (ctx: JobContext, row: ExportRow, writing: Writing) => Promise<Written>;

export const WRITERS: Record<ExportKind, WriteFile> = {
  conversations: writeConversations,
  visitor: writeSubject,
  twin: writeSubject,
  tenant: writeSubject,
  bundle: writeBundle,
};
