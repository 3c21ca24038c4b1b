import { open } from "node:fs/promises";
import { resolve } from "node:path";
import type { AuditVerdict } from "@understudy/core/audit/contract";
import { type JudgedTenant, judgeInstance } from "@understudy/core/audit/judge-instance";
import type { Environment } from "../env.ts";
import { keptSecret } from "../secret.ts";
import { StartRefused } from "../start-refused.ts";
import { createVault } from "../vault.ts";
import { openMigrated } from "./open-engine.ts";

/** Judges the chain of every tenant, and writes their events to a new file, one a line. */
export async function runAudit(env: Environment, path: string): Promise<void> {
  await using stack = new AsyncDisposableStack();
  const dataDir = resolve(env.DATA_DIR);
  const db = await openMigrated(env, { dataDir, stack });
  const vault = createVault(env.APP_SECRET ?? (await keptSecret(dataDir)));
  const file = await openNew(path);
  stack.defer(() => file.close());
  let broken = 0;
  for await (const tenant of judgeInstance(db, vault, new AbortController().signal)) {
    console.log(`${tenant.name} (${tenant.tenantId}): ${inWords(tenant.verdict)}`);
    if (!tenant.verdict.isWhole) broken += 1;
    await writeEvents(file, tenant);
  }
  if (broken > 0) throw new StartRefused(`${broken} of the chains are not whole.`);
}

async function openNew(path: string) {
  try {
    return await open(path, "wx", 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    throw new StartRefused(`There is a file ${path} already.`);
  }
}

async function writeEvents(
  file: Awaited<ReturnType<typeof openNew>>,
  { tenantId, events }: JudgedTenant,
): Promise<void> {
  for await (const event of events()) {
    await file.appendFile(`${JSON.stringify({ tenantId, ...event })}\n`);
  }
}

function inWords({ checked, unsealed, head, firstFault }: AuditVerdict): string {
  if (firstFault) return `event ${firstFault.sequence} is ${firstFault.fault}`;
  const end = head ? `, ends with ${head.sequence}:${head.hash}` : "";
  return `${checked} events are whole, ${unsealed} wait for their seal${end}`;
}
