import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startProcess } from "./start-process.ts";

export type Product = {
  url: string;
  dataDir: string;
  log: () => string;
  /** Ends it as Ctrl-C does and gives its exit code. */
  stop: () => Promise<number | null>;
};

/** Starts the whole product on a data directory of its own, with nothing of this shell's settings. */
export async function startProduct(settings: Record<string, string> = {}): Promise<Product> {
  const dataDir = mkdtempSync(join(tmpdir(), "understudy-product-"));
  const forget = () => rmSync(dataDir, { recursive: true, force: true });
  try {
    const { url, log, stop } = await startProcess("all", { DATA_DIR: dataDir, ...settings });
    return { url, dataDir, log, stop: async () => (await stop().finally(forget)).code };
  } catch (error) {
    forget();
    throw error;
  }
}
