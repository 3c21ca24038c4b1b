import { showStep } from "../bootstrap/show-step.js";
import { providePostgresBinaries } from "./postgres-binaries.ts";
import { startPostgresCluster } from "./postgres-cluster.ts";

type Server = { url: string; stop: () => Promise<void> };

/** The server of the database tests: the one `TEST_DATABASE_URL` names, or a throw-away one. */
export async function provideServer(): Promise<Server | { unavailable: string }> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, stop: async () => {} };
  const binaries = await providePostgresBinaries();
  if ("unavailable" in binaries) return binaries;
  return showStep("Starting a PostgreSQL server", () => startPostgresCluster(binaries.path));
}
