import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const left = new Set(["node_modules", "dist", ".turbo"]);

/**
 * One hash over the names and bytes of files and folders, tests and build products left out.
 * @param {string} root what the paths are relative to
 * @param {string[]} paths files or folders, in any order
 * @returns {string}
 */
export function hashInputs(root, paths) {
  const hash = createHash("sha256");
  for (const path of paths.flatMap((start) => listFiles(root, start)).sort()) {
    const bytes = readFileSync(join(root, path));
    hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest("hex");
}

/** @param {string} root @param {string} path @returns {string[]} */
function listFiles(root, path) {
  const found = statSync(join(root, path), { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) return [path];
  return readdirSync(join(root, path))
    .filter((name) => !left.has(name) && !/\.test\.tsx?$/.test(name))
    .flatMap((name) => listFiles(root, `${path}/${name}`));
}
