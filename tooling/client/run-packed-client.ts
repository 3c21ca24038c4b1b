import { spawn } from "node:child_process";
import { cp, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { pnpmVersion } from "../bootstrap/pins.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const client = join(root, "packages/client");
const RESOLUTIONS = [
  { module: "nodenext", moduleResolution: "nodenext" },
  { module: "esnext", moduleResolution: "bundler" },
];

/** Packs the client, installs it where nothing else is, checks a strict program that uses it, and gives what that prints. */
export async function runPackedClient(programArguments: readonly string[]): Promise<string> {
  const project = await mkdtemp(join(tmpdir(), "understudy-client-"));
  try {
    await run(process.execPath, ["build.ts"], client);
    await run("npx", ["-y", `pnpm@${pnpmVersion}`, "pack", "--pack-destination", project], client);
    const tarball = (await readdir(project)).find((name) => name.endsWith(".tgz"));
    if (!tarball) throw new Error("nothing was packed");
    const manifest = { name: "engineer", private: true, type: "module" };
    await writeFile(join(project, "package.json"), JSON.stringify(manifest));
    await cp(fileURLToPath(new URL("sample.ts", import.meta.url)), join(project, "sample.ts"));
    await run("npm", ["install", "--no-audit", "--no-fund", `./${tarball}`], project);
    for (const resolution of RESOLUTIONS) await check(project, resolution);
    return await run(process.execPath, ["sample.ts", ...programArguments], project);
  } finally {
    await rm(project, { recursive: true, force: true });
  }
}

/** With the libraries' own types looked at, too: ours must hold by themselves. */
async function check(project: string, resolution: object): Promise<void> {
  const compilerOptions = {
    ...resolution,
    target: "es2023",
    lib: ["es2023", "dom", "dom.iterable", "dom.asynciterable"],
    typeRoots: [join(root, "node_modules/@types")],
    types: ["node"],
    strict: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
    noEmit: true,
  };
  const config = { compilerOptions, files: ["sample.ts"] };
  await writeFile(join(project, "tsconfig.json"), JSON.stringify(config));
  await run(join(client, "node_modules/.bin/tsc"), ["-p", "."], project);
}

async function run(command: string, args: readonly string[], cwd: string): Promise<string> {
  const child = spawn(command, [...args], { cwd, stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on("close", resolve).on("error", reject);
  });
  const [said, complained, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    ended,
  ]);
  if (code !== 0) throw new Error(`${command} ${args[0]} ended with ${code}\n${said}${complained}`);
  return said;
}
