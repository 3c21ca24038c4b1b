import { delimiter, dirname, join } from "node:path";
import { findNode } from "./find-node.js";
import { dependenciesAreCurrent, installDependencies } from "./install-dependencies.js";
import { installNode } from "./install-node.js";
import { rootDir } from "./paths.js";
import { showStep } from "./show-step.js";

/**
 * Makes this machine able to run the product: a recent Node and the locked dependencies, both
 * from the npm registry. Does nothing, and starts no process, once both are there.
 * @returns {Promise<{ node: string, env: NodeJS.ProcessEnv }>} the Node to use, with it on PATH
 */
export async function prepare() {
  const node = findNode() ?? (await showStep("Fetching Node from npm", installNode));
  const env = environmentWith(node);
  if (!dependenciesAreCurrent()) {
    await showStep("Installing dependencies", () => installDependencies(env));
  }
  return { node, env };
}

/** @param {string} node */
function environmentWith(node) {
  const folders = [dirname(node), join(rootDir, "node_modules", ".bin"), process.env.PATH];
  return { ...process.env, PATH: folders.filter(Boolean).join(delimiter) };
}
