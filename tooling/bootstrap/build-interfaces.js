import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compressAssets } from "./compress-assets.js";
import { hashInputs } from "./hash-inputs.js";
import { rootDir, runtimeDir } from "./paths.js";
import { runQuietly } from "./run-quietly.js";
import { showStep } from "./show-step.js";

const sharedInputs = ["packages/core/src", "packages/client/src", "pnpm-lock.yaml"];

/**
 * Builds the studio and the widget into their `dist`, each only when what it is made of changed.
 * @param {{ node: string, env: NodeJS.ProcessEnv }} runtime
 * @param {string[]} names
 */
export async function buildInterfaces(runtime, names = ["studio", "widget"]) {
  for (const name of names) {
    const folder = `apps/${name}`;
    if (!existsSync(join(rootDir, folder, "vite.config.ts"))) continue;
    const inputs = hashInputs(rootDir, [folder, ...sharedInputs]);
    const stampPath = join(rootDir, folder, "dist", ".inputs");
    if (existsSync(stampPath) && readFileSync(stampPath, "utf8") === inputs) continue;
    await showStep(`Building the ${name}`, () => buildInterface({ name, folder, inputs }, runtime));
  }
}

/**
 * Builds beside and switches by a rename, so that a running server never serves half a build.
 * @param {{ name: string, folder: string, inputs: string }} target
 * @param {{ node: string, env: NodeJS.ProcessEnv }} runtime
 */
async function buildInterface({ name, folder, inputs }, { node, env }) {
  const cwd = join(rootDir, folder);
  const next = join(runtimeDir, `${name}-${process.pid}`);
  mkdirSync(runtimeDir, { recursive: true });
  const vite = join(cwd, "node_modules/vite/bin/vite.js");
  await runQuietly(node, [vite, "build", "--outDir", next, "--emptyOutDir"], { cwd, env });
  const assets = join(next, "assets");
  if (existsSync(assets)) await compressAssets(assets);
  writeFileSync(join(next, ".inputs"), inputs);
  rmSync(join(cwd, "dist"), { recursive: true, force: true });
  renameSync(next, join(cwd, "dist"));
}
