import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { PoolSettings } from "./pool-settings.ts";

// The rest of a process's memory lies outside the JavaScript heap: buffers, code, stacks.
const HEAP_SHARE = 0.75;

/**
 * Node's flags for a child that may read its own code and nothing else, write nothing and start
 * nothing. The one worker it is allowed is its watchdog.
 */
export function sandboxArguments({ memoryMb, parserModule }: PoolSettings): string[] {
  const readable = [...codeFolders(), dirname(fileURLToPath(parserModule))];
  return [
    "--permission",
    "--allow-worker",
    ...readable.map((folder) => `--allow-fs-read=${folder}`),
    `--max-old-space-size=${Math.floor(memoryMb * HEAP_SHARE)}`,
    "--disable-warning=ExperimentalWarning",
  ];
}

/** This package and every `node_modules` that its imports are looked up in. */
function codeFolders(): string[] {
  const root = fileURLToPath(new URL("../../..", import.meta.url));
  const folders = [root];
  for (let folder = root; folder !== dirname(folder); folder = dirname(folder)) {
    const modules = join(folder, "node_modules");
    if (existsSync(modules)) folders.push(modules);
  }
  return folders;
}
