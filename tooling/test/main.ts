import { buildInterfaces } from "../bootstrap/build-interfaces.js";
import { describeOutcome } from "./describe-outcome.ts";
import { addOutcomes, noOutcome } from "./outcome.ts";
import { type Project, readProjects } from "./projects.ts";
import { provideChromium } from "./provide-chromium.ts";
import { provideServer } from "./provide-server.ts";
import { listAsSkipped, runVitest } from "./run-vitest.ts";

const { chosen, rest: args } = readProjects(process.argv.slice(2));
const interrupted = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => interrupted.abort(signal));
}

const env: NodeJS.ProcessEnv = { ...process.env };
const unavailable = new Map<Project, string>();
const cleanUps: (() => Promise<void>)[] = [];
const isChosen = (...names: Project[]) => names.some((name) => chosen.includes(name));

try {
  // What is fetched leaves the processors to what is built.
  const made = await Promise.allSettled([providePrograms(), build(), migrateTemplate()]);
  for (const each of made) if (each.status === "rejected") throw each.reason;
  const projects = chosen.filter((project) => !unavailable.has(project));
  let outcome = noOutcome;
  if (!interrupted.signal.aborted) {
    outcome = await runVitest({ projects, args, env, signal: interrupted.signal });
  }
  for (const [project, reason] of unavailable) {
    outcome = addOutcomes(outcome, await listAsSkipped(project, args, reason));
  }
  process.stdout.write(`\n${describeOutcome(outcome)}\n`);
  process.exitCode = outcome.failed > 0 || interrupted.signal.aborted ? 1 : 0;
} finally {
  for (const cleanUp of cleanUps) await cleanUp();
}

/** One after the other: Debian's packages are installed by one process at a time. */
async function providePrograms() {
  if (isChosen("db-server")) {
    const server = await provideServer();
    if ("unavailable" in server) unavailable.set("db-server", server.unavailable);
    else {
      env.TEST_DATABASE_URL = server.url;
      env.TEST_EITHER_ON = "server";
      cleanUps.push(server.stop);
    }
  }
  if (isChosen("browser")) {
    const chromium = await provideChromium();
    if ("unavailable" in chromium) unavailable.set("browser", chromium.unavailable);
    else env.CHROMIUM_PATH = chromium.path;
  }
}

async function build() {
  if (isChosen("browser")) await buildInterfaces({ node: process.execPath, env });
}

/** Once, or each of the first tests would make its own at the same time. */
async function migrateTemplate() {
  if (!isChosen("db-embedded", "browser")) return;
  const { provideEmbeddedTemplate } = await import("@understudy/db/testing/embedded-template");
  await provideEmbeddedTemplate();
}
