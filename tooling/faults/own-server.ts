import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { providePostgresBinaries } from "../test/postgres-binaries.ts";
import { type PostgresCluster, startPostgresCluster } from "../test/postgres-cluster.ts";

export type OwnServer = AsyncDisposable & {
  cluster: PostgresCluster;
  /** As the role that owns the database and is no superuser. */
  url: string;
  /** What every process of one instance is started with. */
  settings: Record<string, string>;
};

/** A PostgreSQL server that this test may stop, with an empty database and a folder for blobs. */
export async function startOwnServer(): Promise<OwnServer> {
  const stack = new AsyncDisposableStack();
  const binaries = await providePostgresBinaries();
  if ("unavailable" in binaries) throw new Error(binaries.unavailable);
  const cluster = await startPostgresCluster(binaries.path);
  stack.defer(cluster.stop);
  const url = await makeOwner(cluster.url);
  const dataDir = mkdtempSync(join(tmpdir(), "understudy-faults-"));
  stack.defer(() => rmSync(dataDir, { recursive: true, force: true }));
  const settings = {
    DATABASE_URL: url,
    DATA_DIR: dataDir,
    APP_SECRET: randomBytes(32).toString("base64url"),
    SIGN_UP: "open",
  };
  return { cluster, url, settings, [Symbol.asyncDispose]: () => stack.disposeAsync() };
}

async function makeOwner(superuserUrl: string): Promise<string> {
  const password = randomBytes(16).toString("hex");
  const sql = postgres(superuserUrl, { max: 1 });
  await sql.unsafe(`
    create role understudy_owner login createrole password '${password}';
    alter database postgres owner to understudy_owner`);
  await sql.end();
  const url = new URL(superuserUrl);
  url.username = "understudy_owner";
  url.password = password;
  return url.href;
}
