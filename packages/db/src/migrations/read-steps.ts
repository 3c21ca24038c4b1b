import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const FOLDER = new URL("../../../../drizzle/", import.meta.url);
const STEP = /^(\d{4}_[a-z0-9_]+)\.sql$/;

/** One step of the history: its SQL, the SQL of its way back, and what it must not silently become. */
export interface Step {
  name: string;
  up: string;
  down: string;
  checksum: string;
}

/** The steps in order; one without a way back is refused. */
export async function readSteps(folder: URL = FOLDER): Promise<Step[]> {
  const names = (await readdir(fileURLToPath(folder)))
    .map((file) => STEP.exec(file)?.[1])
    .filter((name) => name !== undefined)
    .sort();
  return Promise.all(names.map((name) => readStep(folder, name)));
}

async function readStep(folder: URL, name: string): Promise<Step> {
  const up = await readFile(new URL(`${name}.sql`, folder), "utf8");
  const down = await readFile(new URL(`${name}.down.sql`, folder), "utf8");
  return { name, up, down, checksum: createHash("sha256").update(up).digest("hex") };
}
