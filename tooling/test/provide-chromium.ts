import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { installDebianPackage } from "./debian-package.ts";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** The browser of the journeys: `CHROMIUM_PATH`, one on PATH, or one installed now. */
export async function provideChromium(): Promise<{ path: string } | { unavailable: string }> {
  const present = process.env.CHROMIUM_PATH ?? findChromium();
  if (present) return { path: present };
  const refusal = await installDebianPackage("chromium");
  const installed = refusal ? undefined : findChromium();
  if (installed) return { path: installed };
  return { unavailable: `no Chromium (${refusal ?? "its package holds no program"})` };
}

function findChromium() {
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/bin"];
  return folders
    .filter(Boolean)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find(existsSync);
}
