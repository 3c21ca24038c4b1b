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
  const node = await fetchWhatIsMissing(findNode());
  const folders = [dirname(node), join(rootDir, "node_modules", ".bin"), process.env.PATH];
  return { node, env: { ...process.env, PATH: folders.filter(Boolean).join(delimiter) } };
}

/**
 * pnpm is a native program, so the dependencies need not wait for Node.
 * @param {string | undefined} found
 */
async function fetchWhatIsMissing(found) {
  const wanted = dependenciesAreCurrent() ? undefined : installDependencies;
  if (found && !wanted) return found;
  if (found) {
    await showStep("Installing dependencies", installDependencies);
    return found;
  }
  const label = wanted ? "Fetching Node and the dependencies from npm" : "Fetching Node from npm";
  const [node] = await showStep(label, () => Promise.all([installNode(), wanted?.()]));
  return node;
}
