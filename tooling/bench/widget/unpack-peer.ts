import { execFile } from "node:child_process";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The package as it is published, without what it depends on: what a page loads is bundled in it. Gives its folder. */
export async function unpackPeer(packed: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "understudy-peer-"));
  const { stdout } = await run("npm", ["pack", packed, "--silent"], { cwd: folder });
  await run("tar", ["-xzf", stdout.trim().split("\n").at(-1)!], { cwd: folder });
  return join(folder, "package");
}
