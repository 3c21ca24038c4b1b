import { z } from "zod";
import type { JobDeclaration } from "../kernel/job.ts";
import { NoticeKind } from "./contract.ts";

/** Tells members what waits of one kind; `send-notices.job.ts` says how. */
export const noticeDeclaration = {
  kind: "notice",
  payload: z.object({ kind: NoticeKind }),
  maxAttempts: 6,
} satisfies JobDeclaration<{ kind: NoticeKind }>;
