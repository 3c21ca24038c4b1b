import { rmSync } from "node:fs";
import { makeDataDir } from "./data-dir.ts";
import { startProcess } from "./start-process.ts";

export type Product = {
  url: string;
  dataDir: string;
  log: () => string;
  /** Ends it as Ctrl-C does and gives its exit code. */
  stop: () => Promise<number | null>;
};

/** Starts the whole product on a data directory of its own, with nothing of this shell's settings. */
export async function startProduct(
  settings: Record<string, string> = {},
  dataDir?: string,
): Promise<Product> {
  const own = dataDir ?? (await makeDataDir());
  const forget = () => rmSync(own, { recursive: true, force: true });
  try {
    const { url, log, stop } = await startProcess("all", { DATA_DIR: own, ...settings });
    return { url, dataDir: own, log, stop: async () => (await stop().finally(forget)).code };
  } catch (error) {
    forget();
    throw error;
  }
}
