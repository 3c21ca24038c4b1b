import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { readSteps } from "../migrations/read-steps.ts";

const ALSO = [
  "../migrations/install-vector.ts",
  "../jobs/install-queue.ts",
  "../jobs/queue-name.ts",
  "../../package.json",
];

/** Changes with everything that shapes a migrated database. */
export async function templateKey(): Promise<string> {
  const hash = createHash("sha256");
  for (const step of await readSteps()) hash.update(step.checksum);
  for (const file of ALSO) hash.update(await readFile(new URL(file, import.meta.url)));
  return hash.digest("hex").slice(0, 16);
}
