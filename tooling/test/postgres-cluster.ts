import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chownSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type PostgresCluster = {
  url: string;
  /** Down, with its data kept, until `resume`. */
  halt: () => Promise<void>;
  resume: () => Promise<void>;
  stop: () => Promise<void>;
};
type Owner = { uid?: number; gid?: number };

/** Starts a throw-away cluster in a temporary folder; `stop` leaves nothing of it. */
export async function startPostgresCluster(binaries: string): Promise<PostgresCluster> {
  const folder = mkdtempSync(join(tmpdir(), "understudy-postgres-"));
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  try {
    const owner = clusterOwner();
    const password = randomBytes(16).toString("hex");
    createCluster({ binaries, folder, owner, password });
    const port = await freePort();
    const start = () => startServer({ binaries, folder, owner, port });
    let server = await start();
    return {
      url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
      halt: () => stopServer(server),
      resume: async () => {
        server = await start();
      },
      stop: () => stopServer(server).finally(removeFolder),
    };
  } catch (error) {
    removeFolder();
    throw error;
  }
}

/** PostgreSQL refuses to run as root, so root hands the cluster to an unprivileged account. */
function clusterOwner(): Owner {
  if (process.getuid?.() !== 0) return {};
  for (const account of ["postgres", "nobody"]) {
    const uid = readId("-u", account);
    const gid = readId("-g", account);
    if (uid !== undefined && gid !== undefined) return { uid, gid };
  }
  throw new Error("no unprivileged account to run PostgreSQL under");
}

function readId(flag: "-u" | "-g", account: string) {
  try {
    return Number(execFileSync("id", [flag, account], { stdio: ["ignore", "pipe", "ignore"] }));
  } catch {
    // `id` fails when there is no such account.
    return undefined;
  }
}

type ClusterFiles = { binaries: string; folder: string; owner: Owner };

function createCluster({ binaries, folder, owner, password }: ClusterFiles & { password: string }) {
  const passwordFile = join(folder, "password");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  for (const path of [folder, passwordFile]) {
    if (owner.uid !== undefined && owner.gid !== undefined) chownSync(path, owner.uid, owner.gid);
  }
  const args = ["-D", join(folder, "data"), "-U", "postgres", "--pwfile", passwordFile];
  const settings = ["-A", "scram-sha-256", "-E", "UTF8", "--locale=C", "--no-sync"];
  execFileSync(join(binaries, "initdb"), [...args, ...settings], {
    ...owner,
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe"],
  });
}

async function startServer({ binaries, folder, owner, port }: ClusterFiles & { port: number }) {
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: folder,
    port,
    max_connections: 200,
    fsync: "off",
    synchronous_commit: "off",
    full_page_writes: "off",
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const server = spawn(join(binaries, "postgres"), ["-D", join(folder, "data"), ...flags], {
    ...owner,
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe"],
    // Its own group: a Ctrl-C reaches the tests first, and `stop` ends the server after them.
    detached: true,
  });
  await untilReady(server);
  return server;
}

function untilReady(server: ChildProcess) {
  return new Promise<void>((resolve, reject) => {
    let log = "";
    server.stderr?.on("data", (part: Buffer) => {
      if (log.length > 20_000) return;
      log += part;
      if (log.includes("ready to accept connections")) resolve();
    });
    server.once("error", reject);
    server.once("exit", (code) => reject(new Error(`PostgreSQL ended with ${code}:\n${log}`)));
  });
}

async function stopServer(server: ChildProcess) {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, "exit");
  // SIGINT is PostgreSQL's "fast" shutdown: sessions are ended, nothing is waited for.
  server.kill("SIGINT");
  await ended;
}

async function freePort() {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}
