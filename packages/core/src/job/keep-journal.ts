import { updateJobProgress } from "@understudy/db/queries/job-attempts";
import { insertJobLogs, type NewJobLog } from "@understudy/db/queries/job-logs";
import type { Context } from "../kernel/context.ts";

/** Who watches sees no step in so little; a job of a few milliseconds writes once. */
const WRITE_EVERY_MS = 500;

interface Progress {
  stage: string;
  progress: number;
}

export interface Journal {
  report(progress: Progress): Promise<void>;
  note(line: Pick<NewJobLog, "level" | "stage" | "message" | "durationMs">): Promise<void>;
  /** Nothing is told later than this. */
  flush(): Promise<void>;
}

/** How far an attempt has come and what it says, written together and not at each word. */
export function keepJournal(
  ctx: Context,
  { jobId, attempt }: { jobId: string; attempt: number },
): Journal {
  let told: Progress | null = null;
  let lines: { line: NewJobLog; atMs: number }[] = [];
  let writtenMs = performance.now();
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();

  const write = async () => {
    const [progress, said] = [told, lines];
    if (!progress && said.length === 0) return;
    [told, lines, writtenMs] = [null, [], performance.now()];
    await ctx.transaction(async (tx) => {
      if (progress) await updateJobProgress(tx, { jobId, attempt, ...progress });
      const aged = said.map(({ line, atMs }) => ({ ...line, ageMs: writtenMs - atMs }));
      await insertJobLogs(tx, jobId, aged);
    });
  };
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    writing = writing.catch(() => {}).then(write);
    return writing;
  };
  const soon = async () => {
    const waitedMs = performance.now() - writtenMs;
    if (waitedMs >= WRITE_EVERY_MS) return flush();
    timer ??= setTimeout(() => {
      // What it breaks for, breaks the next write of the attempt itself.
      flush().catch((error: unknown) =>
        ctx.log.warn({ err: error }, "a job's log was not written"),
      );
    }, WRITE_EVERY_MS - waitedMs).unref();
  };
  return {
    report(progress) {
      told = progress;
      return soon();
    },
    note(line) {
      lines.push({ line: { ...line, attempt }, atMs: performance.now() });
      return soon();
    },
    flush,
  };
}
