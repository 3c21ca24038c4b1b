import { writeFileSync } from "node:fs";
import type { Reporter, TestModule } from "vitest/node";

/** A test that ran, or did not. */
export interface SafetyCase {
  file: string;
  name: string;
  project: string;
  state: "passed" | "failed" | "skipped" | "pending";
  recoveryMs: number | null;
}

/** Vitest reporter that writes every test to the file named by `TEST_CASES_FILE`; taken by its path, as a default export. */
export default class RecordCases implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]) {
    const path = process.env.TEST_CASES_FILE;
    if (!path) return;
    const cases = modules.flatMap((module) =>
      [...module.children.allTests()].map(
        (test): SafetyCase => ({
          file: module.relativeModuleId,
          name: test.fullName,
          project: test.project.name,
          state: test.result().state,
          recoveryMs: test.meta().recoveryMs ?? null,
        }),
      ),
    );
    writeFileSync(path, JSON.stringify(cases));
  }
}
