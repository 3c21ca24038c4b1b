import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { installDebianPackage } from "./debian-package.ts";

const debianFolder = "/usr/lib/postgresql";
const clusterSettings = "/etc/postgresql-common/createcluster.conf";

/** The folder of `initdb` and `postgres`: newest installed, on PATH, or installed now. */
export async function providePostgresBinaries(): Promise<
  { path: string } | { unavailable: string }
> {
  const present = findBinaries();
  if (present) return { path: present };
  keepDebianFromStartingCluster();
  const refusal = await installDebianPackage("postgresql");
  const installed = refusal ? undefined : findBinaries();
  if (installed) return { path: installed };
  return { unavailable: `no PostgreSQL server (${refusal ?? "its package holds no initdb"})` };
}

function findBinaries() {
  const versions = existsSync(debianFolder) ? readdirSync(debianFolder) : [];
  const newestFirst = versions.sort((a, b) => Number(b) - Number(a));
  const folders = newestFirst.map((version) => join(debianFolder, version, "bin"));
  const onPath = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return [...folders, ...onPath].find((folder) =>
    ["initdb", "postgres"].every((name) => existsSync(join(folder, name))),
  );
}

/** Debian's package otherwise makes and starts a cluster of its own on port 5432. */
function keepDebianFromStartingCluster() {
  if (process.getuid?.() !== 0 || existsSync(clusterSettings)) return;
  if (!existsSync("/etc/debian_version")) return;
  mkdirSync("/etc/postgresql-common", { recursive: true });
  writeFileSync(clusterSettings, "create_main_cluster = false\n");
}
