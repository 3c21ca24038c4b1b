import { spawnSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const packageFolder = fileURLToPath(new URL("../packages/db/", import.meta.url));
const stepFolder = fileURLToPath(new URL("../drizzle/", import.meta.url));

const [name = ""] = process.argv.slice(2);
if (!/^[a-z][a-z0-9_]+$/.test(name)) {
  console.error("Usage: npm run db:new -- <name>, in small letters with underscores");
  process.exit(1);
}

const before = new Set(readdirSync(stepFolder));
const made = generate() ?? generate("--custom");
if (!made) {
  console.error("drizzle-kit made no step");
  process.exit(1);
}
const step = made.replace(/\.sql$/, "");
writeFileSync(
  `${stepFolder}${step}.down.sql`,
  `do $$ begin raise exception 'the way back of ${step} is not written yet'; end $$;\n`,
);
console.log(`drizzle/${made}\ndrizzle/${step}.down.sql: write the way back`);

/** What the tables changed by, or an empty step when they did not. */
function generate(...flags: string[]): string | undefined {
  const drizzleKit = `${packageFolder}node_modules/.bin/drizzle-kit`;
  const { status } = spawnSync(drizzleKit, ["generate", "--name", name, ...flags], {
    cwd: packageFolder,
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0) process.exit(status ?? 1);
  return readdirSync(stepFolder).find((file) => file.endsWith(".sql") && !before.has(file));
}
