import { existsSync } from "node:fs";
import { join } from "node:path";
import { rootDir } from "./paths.js";

/**
 * Reads `.env` beside the README into the environment; what the shell sets wins. Done here and not
 * by a flag of Node, which every child process of the product would inherit.
 */
export function loadSettings() {
  const path = join(rootDir, ".env");
  if (existsSync(path)) process.loadEnvFile(path);
}
