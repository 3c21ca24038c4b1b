import { availableParallelism } from "node:os";
import { env } from "node:process";
import { defineConfig } from "vitest/config";

const folders = "{apps,packages,tooling}";
const exclude = ["**/node_modules/**", "**/dist/**"];
const setupFiles = ["tooling/test/fail-on-console-error.ts"];
const database = { include: [`${folders}/**/*.db.test.ts`], exclude, setupFiles };
/** Where the engine does not matter, a test runs on one: the server, which is faster, when it is there. */
const other = (engine: "embedded" | "server") =>
  (env.TEST_EITHER_ON ?? "embedded") === engine ? [] : ["**/*.either.db.test.ts"];
const databaseTimeouts = { testTimeout: 120_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    // One more than there are processors: some tests wait for what a dead process held, or for a child.
    maxWorkers: availableParallelism() + 1,
    passWithNoTests: true,
    projects: [
      {
        test: {
          name: "unit",
          isolate: false,
          include: [`${folders}/**/*.test.ts`],
          exclude: [...exclude, "**/*.{db,browser}.test.ts"],
          setupFiles,
          // Property tests of a second take many on a machine that is busy with the databases.
          testTimeout: 30_000,
        },
      },
      {
        oxc: { jsx: { runtime: "automatic" } },
        test: {
          name: "screen",
          environment: "jsdom",
          include: [`${folders}/**/*.screen.test.tsx`],
          exclude,
          setupFiles,
          // The first screen of a file is compiled while it is waited for.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: "db-embedded",
          ...database,
          exclude: [...exclude, "**/*.server.db.test.ts", ...other("embedded")],
          ...databaseTimeouts,
          isolate: false,
          env: { TEST_ENGINE: "embedded" },
        },
      },
      {
        test: {
          name: "db-server",
          ...database,
          exclude: [...exclude, "**/*.embedded.db.test.ts", ...other("server")],
          ...databaseTimeouts,
          isolate: false,
          env: { TEST_ENGINE: "server" },
        },
      },
      {
        test: {
          name: "browser",
          include: [`${folders}/**/*.browser.test.ts`],
          exclude,
          setupFiles,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Journeys start the product and time out under load, so they run last.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
