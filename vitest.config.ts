import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

const folders = "{apps,packages,tooling}";
const exclude = ["**/node_modules/**", "**/dist/**"];
const setupFiles = ["tooling/test/fail-on-console-error.ts"];
const database = { include: [`${folders}/**/*.db.test.ts`], exclude, setupFiles };
const databaseTimeouts = { testTimeout: 60_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    maxWorkers: availableParallelism(),
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
          exclude: [...exclude, "**/*.server.db.test.ts"],
          ...databaseTimeouts,
          isolate: false,
          env: { TEST_ENGINE: "embedded" },
        },
      },
      {
        test: {
          name: "db-server",
          ...database,
          exclude: [...exclude, "**/*.embedded.db.test.ts"],
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
