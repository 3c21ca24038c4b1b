// `node tooling/build.js [studio] [widget]`: builds what changed, both by default.
import { buildInterfaces } from "./bootstrap/build-interfaces.js";
import { prepare } from "./bootstrap/prepare.js";
import { runEntry } from "./bootstrap/run-entry.js";

await runEntry(async () => {
  const names = process.argv.slice(2);
  await buildInterfaces(await prepare(), names.length > 0 ? names : undefined);
  return 0;
});
