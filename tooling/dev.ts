import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { loadSettings } from "./bootstrap/load-settings.js";
import { rootDir } from "./bootstrap/paths.js";

loadSettings();
const studioUrl = "http://localhost:5173";
const apiPort = process.env.PORT ?? "3000";

const api = spawn(process.execPath, ["--watch", "apps/api/src/main.ts", "all"], {
  cwd: rootDir,
  env: { APP_URL: studioUrl, ...process.env, PORT: apiPort },
  stdio: "inherit",
});
const studio = spawn(process.execPath, ["node_modules/vite/bin/vite.js", "--strictPort"], {
  cwd: join(rootDir, "apps/studio"),
  env: { ...process.env, API_URL: `http://127.0.0.1:${apiPort}` },
  stdio: "inherit",
});

const stop = () => [api, studio].forEach(end);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
await Promise.race([api, studio].map((program) => once(program, "exit")));
stop();

function end(program: ChildProcess) {
  if (program.exitCode === null && program.signalCode === null) program.kill("SIGTERM");
}
