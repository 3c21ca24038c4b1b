import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Session } from "../product/session.ts";
import { signUp } from "../product/sign-up.ts";
import { type ProductProcess, startProcess } from "../product/start-process.ts";
import { getJob, getSource, longText, readChunks, type Source, upload } from "../product/teach.ts";
import { holdTable } from "./hold-table.ts";
import { type OwnServer, startOwnServer } from "./own-server.ts";
import { recoveredWithin } from "./recovered-within.ts";

const patience = { timeout: 100_000, interval: 20 };
const text = (name: string) => longText(name, 2_000);

describe("a worker that dies", () => {
  let server: OwnServer;
  let serve: ProductProcess;
  let work: ProductProcess;
  let session: Session;
  let twinId: string;

  const startWorker = () => startProcess("work", server.settings);
  const job = (source: Source) => () => getJob(session, source);
  const status = (source: Source) => async () => (await getSource(session, source)).status;
  /** Its passages without its own name: every source here says the same of another keeper. */
  const passages = async (source: Source) =>
    (await readChunks(session, source)).map((chunk) =>
      chunk.replace(/(Nora|Emil|Siri|Wiro)/g, "-"),
    );

  /** Brings a source to a stage in which the worker cannot write on, and there does what is asked. */
  async function disturb(name: string, at: string, how: () => Promise<void>) {
    const first = await holdTable(server.url, at === "chunk" ? "chunks" : "source_segments");
    const source = await upload(session, twinId, text(name));
    await first.untilWaitedFor();
    if (at === "switch") {
      await using second = await holdTable(server.url, "sources");
      await first[Symbol.asyncDispose]();
      await second.untilWaitedFor();
      await how();
    } else {
      await how();
      await first[Symbol.asyncDispose]();
    }
    return source;
  }
  async function killWorker() {
    work.kill("SIGKILL");
    await work.ended;
  }

  beforeAll(async () => {
    server = await startOwnServer();
    serve = await startProcess("serve", server.settings);
    work = await startWorker();
    session = await signUp(serve.url);
    ({ id: twinId } = await session.mutate<{ id: string }>("twin.create", { name: "Keeper" }));
  });
  afterAll(async () => {
    for (const running of [serve, work]) running?.kill("SIGKILL");
    await server?.[Symbol.asyncDispose]();
  });

  test("after parsing, after cutting or before the switch loses and doubles nothing", async (context) => {
    const calm = await upload(session, twinId, text("Nora"));
    await expect.poll(status(calm), patience).toBe("live");
    const undisturbed = await passages(calm);
    const sources: Source[] = [];
    for (const [name, at] of [
      ["Emil", "chunk"],
      ["Siri", "index"],
      ["Wiro", "switch"],
    ] as const) {
      sources.push(await disturb(name, at, killWorker));
      work = await startWorker();
    }
    const killedMs = performance.now();
    for (const source of sources) {
      await expect.poll(status(source), patience).toBe("live");
      expect(await passages(source)).toEqual(undisturbed);
      // A source is live by its own transaction; the job's end is written right after.
      await expect.poll(job(source), patience).toMatchObject({ status: "succeeded", attempt: 2 });
      expect(await ends(source.jobId)).toBe(1);
    }
    // Detection after 30 s of silence, a look every 10 s, and the job.
    recoveredWithin(context, killedMs, 60_000);
    expect(await reconcile()).toMatchObject({ agrees: true, counted: { live: 4, processing: 0 } });
  }, 180_000);

  test("by being told to stop hands its work back, which is not held against it", async () => {
    const source = await disturb("Lars", "index", async () => work.kill("SIGTERM"));
    expect(await work.ended).toEqual({ code: 0, signal: null });
    work = await startWorker();
    await expect.poll(status(source), patience).toBe("live");
    await expect.poll(job(source), patience).toMatchObject({ status: "succeeded" });
    expect(await errors(source.jobId)).toBe(0);
  }, 120_000);

  test("and a delivery that comes twice changes nothing", async () => {
    const source = await upload(session, twinId, text("Maja"));
    await expect.poll(job(source), patience).toMatchObject({ status: "succeeded" });
    const chunks = await readChunks(session, source);
    // As the queue delivers it; one that began at once was never handed to it.
    const again = await asOwner(
      (sql) => sql`
        insert into pgboss.job (name, data)
        select 'jobs', jsonb_build_object('id', id, 'tenantId', tenant_id, 'kind', kind)
        from jobs where id = ${source.jobId} returning id`,
    );
    expect(again).toHaveLength(1);
    await asOwner((sql) => sql`notify understudy_ready_jobs`);
    const waiting = () =>
      asOwner(
        (sql) => sql`
          select from pgboss.job
          where data->>'id' = ${source.jobId} and state in ('created', 'active')`,
      );
    await expect.poll(waiting, patience).toHaveLength(0);
    expect(await getJob(session, source)).toMatchObject({ status: "succeeded", attempt: 1 });
    expect(await readChunks(session, source)).toEqual(chunks);
  });

  async function reconcile(): Promise<unknown> {
    const { id: jobId } = await session.mutate<{ id: string }>("job.reconcile", {});
    const look = () => session.query<{ status: string; result: unknown }>("job.get", { jobId });
    await expect.poll(async () => (await look()).status, patience).toBe("succeeded");
    return (await look()).result;
  }
  async function asOwner<T>(work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
    const sql = postgres(server.cluster.url, { max: 1 });
    return work(sql).finally(() => sql.end());
  }
  const ends = (jobId: string) => logLines(jobId, "Live.");
  const errors = (jobId: string) => logLines(jobId, "This attempt broke on our side.");
  const logLines = async (jobId: string, message: string) => {
    const { items } = await session.query<{ items: { message: string }[] }>("job.logs", {
      jobId,
      limit: 100,
    });
    return items.filter((line) => line.message === message).length;
  };
});
