import { globSync } from "node:fs";
import { join } from "node:path";
import { rootDir } from "../bootstrap/paths.js";

const left = new Set(["node_modules", "dist", ".turbo", ".git", ".runtime", ".data"]);

/** Paths, relative to the repository, of the files that match; what is built or fetched is not. */
export function listFiles(pattern: string | string[]): string[] {
  const found = globSync(pattern, {
    cwd: rootDir,
    withFileTypes: true,
    exclude: (entry) => left.has(entry.name),
  });
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(rootDir.length + 1))
    .sort();
}
