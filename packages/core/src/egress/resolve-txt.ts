import { Resolver } from "node:dns/promises";

/** The TXT records of a name, each in one piece; null: no name server could say. */
export type ResolveTxt = (name: string, signal: AbortSignal) => Promise<string[] | null>;

const ABSENT = new Set(["ENODATA", "ENOTFOUND"]);
const TIMEOUT_MS = 3_000;
const TRIES = 2;

/** By these name servers, or the system's where there are none. */
export function openResolveTxt(servers: readonly string[] = []): ResolveTxt {
  return async (name, signal) => {
    signal.throwIfAborted();
    const resolver = new Resolver({ timeout: TIMEOUT_MS, tries: TRIES });
    if (servers.length > 0) resolver.setServers(servers);
    const onAbort = () => resolver.cancel();
    signal.addEventListener("abort", onAbort, { once: true });
    try {
      const records = await resolver.resolveTxt(name);
      return records.map((pieces) => pieces.join(""));
    } catch (error) {
      signal.throwIfAborted();
      const code = error instanceof Error && "code" in error ? String(error.code) : "";
      if (!code) throw error;
      return ABSENT.has(code) ? [] : null;
    } finally {
      signal.removeEventListener("abort", onAbort);
    }
  };
}
