import type { Database } from "@understudy/db/database";
import { inTenant, type TenantTx } from "@understudy/db/scope";
import { countEvents } from "@understudy/db/testing/count-events";
import { fillTraffic } from "@understudy/db/testing/fill-traffic";
import { openTestDatabase } from "@understudy/db/testing/open-test-database";
import { type PlanRead, readPlan } from "@understudy/db/testing/read-plan";
import { provideServer } from "../../test/provide-server.ts";
import { cpuSeconds } from "../jobs/cpu-seconds.ts";
import { percentile } from "../percentile.ts";
import { type Asked, SCREENS } from "./screens.ts";

const WARM_UP = 3;
const TIMES = 30;
const DAY_MS = 86_400_000;

interface Times {
  p50Ms: number;
  p95Ms: number;
  /** Of this process and PostgreSQL's; undefined where there is no /proc. */
  cpuMs: number | undefined;
}

export interface Measured extends Times {
  name: string;
  plan: PlanRead;
  peer: Times & { name: string };
}

/** A twin that was asked for three months, and what each screen of Operate asks the database for. */
export async function measureOperate(
  engine: string,
  size: { messages: number; days: number },
): Promise<Measured[]> {
  process.env.TEST_ENGINE = engine;
  if (engine !== "server") return measure(size);
  const server = await provideServer();
  if ("unavailable" in server) throw new Error(server.unavailable);
  const given = process.env.TEST_DATABASE_URL;
  process.env.TEST_DATABASE_URL = server.url;
  try {
    return await measure(size);
  } finally {
    await server.stop();
    if (given === undefined) delete process.env.TEST_DATABASE_URL;
  }
}

async function measure({
  messages,
  days,
}: {
  messages: number;
  days: number;
}): Promise<Measured[]> {
  const db = await openTestDatabase();
  try {
    const ids = await fillTraffic(db, { messages });
    const now = Date.now();
    const asked: Asked = {
      ...ids,
      from: new Date(now - days * DAY_MS).toISOString(),
      to: new Date(now).toISOString(),
      before: new Date(now - 2 * days * DAY_MS).toISOString(),
    };
    const measured: Measured[] = [];
    for (const { name, run } of SCREENS) {
      const peer = await time(db, ids.tenantId, (tx) => countEvents(tx, asked));
      const own = await time(db, ids.tenantId, (tx) => run(tx, asked));
      const plan = await inTenant(db, ids, (tx) => readPlan(tx, (at) => run(at, asked)));
      measured.push({ name, ...own, plan, peer: { name: "count(*) of the events", ...peer } });
    }
    return measured;
  } finally {
    await db.close();
  }
}

async function time(
  db: Database,
  tenantId: string,
  work: (tx: TenantTx) => Promise<unknown>,
): Promise<Times> {
  for (let i = 0; i < WARM_UP; i++) await inTenant(db, { tenantId }, work);
  const before = cpuSeconds();
  const times: number[] = [];
  for (let i = 0; i < TIMES; i++) {
    const startedMs = performance.now();
    await inTenant(db, { tenantId }, work);
    times.push(performance.now() - startedMs);
  }
  const after = cpuSeconds();
  return {
    p50Ms: percentile(times, 50),
    p95Ms: percentile(times, 95),
    cpuMs:
      before === undefined || after === undefined ? undefined : ((after - before) * 1_000) / TIMES,
  };
}
