import { rootDir } from "./bootstrap/paths.js";
import { pnpmVersion } from "./bootstrap/pins.js";
import { prepare } from "./bootstrap/prepare.js";
import { runEntry } from "./bootstrap/run-entry.js";
import { runProgram } from "./bootstrap/run-program.js";

// turbo asks the pnpm on PATH for the workspace, so it is started through the pinned one.
await runEntry(async () => {
  const { env } = await prepare();
  const args = ["-y", `pnpm@${pnpmVersion}`, "exec", "turbo", ...process.argv.slice(2)];
  const quiet = { TURBO_TELEMETRY_DISABLED: "1", TURBO_NO_UPDATE_NOTIFIER: "1" };
  return runProgram("npx", args, { env: { ...env, ...quiet }, cwd: rootDir });
});
