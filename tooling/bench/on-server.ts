import { provideServer } from "../test/provide-server.ts";

/** Measures in test worlds on a database server of its own, where one can be had; otherwise says why not. */
export async function onServer(measure: () => Promise<void>): Promise<void> {
  const server = await provideServer();
  if ("unavailable" in server) {
    console.log(`skipped: ${server.unavailable}`);
    return;
  }
  process.env.TEST_ENGINE = "server";
  process.env.TEST_DATABASE_URL = server.url;
  try {
    await measure();
  } finally {
    await server.stop();
  }
}
