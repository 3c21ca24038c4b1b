import type { SafetyRow } from "./safety-row.ts";
import { api, fault } from "./test-files.ts";

const written = api("written-answers.either");
const steered = api("steered-answers.either");
const queue = "packages/db/src/job-queue.db.test.ts";

/** What breaks. */
export const FAULT_ROWS: readonly SafetyRow[] = [
  {
    id: "F01",
    what: "a worker is killed",
    tests: [[fault("dead-worker.server"), "loses and doubles nothing"]],
  },
  {
    id: "F02",
    what: "two workers, many documents",
    tests: [
      [queue, "two workers"],
      [fault("fleet.server"), "what one takes in"],
    ],
  },
  {
    id: "F03",
    what: "a worker is told to stop",
    tests: [[fault("dead-worker.server"), "told to stop"]],
  },
  {
    id: "F04",
    what: "a parser that breaks",
    tests: [
      ["packages/rag/src/parse/parser-pool.test.ts"],
      ["packages/core/src/source/ingest-source.db.test.ts", "is refused says why"],
      ["packages/core/src/source/retry-failed.either.db.test.ts"],
    ],
  },
  {
    id: "F05",
    what: "the API is killed in mid-answer",
    tests: [[fault("half-way.server"), "an answer whose process is killed"]],
  },
  {
    id: "F06",
    what: "the API is told to stop under load",
    tests: [[fault("fleet.server"), "told to stop under load"]],
  },
  { id: "F07", what: "a client that leaves", tests: [[steered, "a client that leaves"]] },
  {
    id: "F08",
    what: "the database restarts",
    tests: [[fault("outage.server"), "gone for seconds"]],
  },
  {
    id: "F09",
    what: "no database at the start",
    tests: [[fault("outage.server"), "not there at the start"]],
  },
  { id: "F10", what: "429 from a provider", tests: [[written, "is replaced by quotation"]] },
  {
    id: "F11",
    what: "a provider fails and recovers",
    tests: [[written, "asks again after a passing failure"]],
  },
  { id: "F12", what: "a provider never answers", tests: [[written, "never answers"]] },
  {
    id: "F13",
    what: "a vector store is down half-way",
    tests: [
      ["packages/core/src/reindex/store-outages.embedded.db.test.ts"],
      ["packages/core/src/reconcile/reconcile-vectors.either.db.test.ts"],
    ],
  },
  { id: "F14", what: "a full disk", tests: [[fault("full-disk.embedded")]] },
  {
    id: "F15",
    what: "ten thousand jobs at once",
    tests: [["packages/db/src/jobs/backlog.db.test.ts"]],
  },
  {
    id: "F16",
    what: "migrations at the same time",
    tests: [["packages/db/src/migrate.db.test.ts", "many at once"]],
  },
  {
    id: "F17",
    what: "backup and restore",
    tests: [[fault("restore.embedded")], ["packages/db/src/backup"]],
  },
  {
    id: "F18",
    what: "removed while it is taken in",
    tests: [[fault("half-way.server"), "removed while"]],
  },
  {
    id: "F21",
    what: "a job that comes twice",
    tests: [
      [fault("dead-worker.server"), "comes twice"],
      [queue, "delivered again"],
    ],
  },
  {
    id: "F25",
    what: "the same request again",
    tests: [
      [api("http/messages"), "key"],
      [steered, "sent twenty times"],
    ],
  },
  {
    id: "F30",
    what: "a lock that holds everything",
    tests: [
      [fault("outage.server"), "stands still"],
      ["packages/db/src/client.db.test.ts", "for a lock"],
      ["packages/db/src/engine/limit-concurrency.test.ts"],
    ],
  },
  {
    id: "F32",
    what: "a provider that talks rubbish",
    tests: [
      ["packages/rag/src/chat/openai-chat-failures.test.ts"],
      [written, "after it said something"],
    ],
  },
];
