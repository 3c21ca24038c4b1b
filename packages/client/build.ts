import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type RolldownPluginOption, rolldown } from "rolldown";
import { dts } from "rolldown-plugin-dts";

/** `dist/index.js` and one `dist/index.d.ts` with the router's types in it: what is packed needs nothing of this repository. */
const here = fileURLToPath(new URL(".", import.meta.url));
const root = fileURLToPath(new URL("../../", import.meta.url));
const INSTALLED = [/^@trpc\//];
/** Types of ours that nothing packed refers to. */
const LEFT_OUT = /^@understudy\/core\//;

const declarations = await mkdtemp(join(here, "node_modules", ".declarations-"));
try {
  await rm(join(here, "dist"), { recursive: true, force: true });
  for (const folder of ["packages/client", "apps/api"]) declare(join(root, folder), declarations);
  await bundle(join(here, "src/index.ts"), []);
  await bundle(join(declarations, "packages/client/src/index.d.ts"), [
    { name: "declarations-of-ours", resolveId: { order: "pre", handler: declarationOf } },
    dts({ dtsOnly: true, generator: "oxc" }),
  ]);
} finally {
  await rm(declarations, { recursive: true, force: true });
}

function declare(folder: string, outDir: string): void {
  const flags = ["--noEmit", "false", "--declaration", "--emitDeclarationOnly"];
  const places = ["--outDir", outDir, "--rootDir", root];
  const tsc = join(here, "node_modules/.bin/tsc");
  const { status } = spawnSync(tsc, ["-p", folder, ...flags, ...places], { stdio: "inherit" });
  if (status !== 0) throw new Error("the client's types could not be written");
}

function declarationOf(id: string): string | undefined {
  if (id !== "@understudy/api/router") return undefined;
  return join(declarations, "apps/api/src/router.d.ts");
}

async function bundle(input: string, plugins: RolldownPluginOption[]): Promise<void> {
  const build = await rolldown({
    input: { index: input },
    external: [...INSTALLED, LEFT_OUT],
    plugins,
  });
  await build.write({ dir: join(here, "dist"), format: "esm" });
  await build.close();
}
