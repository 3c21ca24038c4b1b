import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const rootDir = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
export const runtimeDir = join(rootDir, ".runtime");
/** What Node made of the code once, for every process of the product: a second of each start. */
export const compileCacheDir = join(runtimeDir, "compile-cache");
