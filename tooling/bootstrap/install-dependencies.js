import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rootDir } from "./paths.js";
import { pnpmVersion } from "./pins.js";
import { runQuietly } from "./run-quietly.js";

const stampPath = join(rootDir, "node_modules", ".installed-from");

/** True when what is installed came from the lockfile as it is now; starts no process. */
export function dependenciesAreCurrent() {
  if (!existsSync(stampPath) || readFileSync(stampPath, "utf8") !== lockfileStamp()) return false;
  return packageFolders().every((folder) => existsSync(join(folder, "node_modules")));
}

/**
 * Installs exactly what the lockfile says, with the pinned pnpm. How old a release must be was
 * judged when the lockfile was written; asking again costs a request per package (6 s measured).
 */
export async function installDependencies() {
  const args = ["-y", `pnpm@${pnpmVersion}`, "install", "--frozen-lockfile"];
  const settings = ["--config.minimum-release-age=0", "--config.confirm-modules-purge=false"];
  await runQuietly("npx", [...args, ...settings]);
  writeFileSync(stampPath, lockfileStamp());
}

function lockfileStamp() {
  const hash = createHash("sha256").update(`${process.platform} ${process.arch} ${pnpmVersion}`);
  for (const file of ["pnpm-lock.yaml", "pnpm-workspace.yaml"]) {
    hash.update(readFileSync(join(rootDir, file)));
  }
  return hash.digest("hex");
}

function packageFolders() {
  const groups = ["apps", "packages"].flatMap((group) =>
    readdirSync(join(rootDir, group)).map((name) => join(rootDir, group, name)),
  );
  return [...groups, join(rootDir, "tooling")].filter((folder) =>
    existsSync(join(folder, "package.json")),
  );
}
