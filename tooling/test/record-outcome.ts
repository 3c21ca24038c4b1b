import { writeFileSync } from "node:fs";
import type { Reporter, TestCase, TestModule, TestSuite } from "vitest/node";
import { addOutcomes, noOutcome, type Outcome } from "./outcome.ts";

/**
 * Vitest reporter that writes the run's outcome to the file named by `TEST_OUTCOME_FILE`. Vitest
 * takes a reporter by its path from a default export only.
 */
export default class RecordOutcome implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]) {
    const path = process.env.TEST_OUTCOME_FILE;
    if (!path) return;
    const total = modules.map(moduleOutcome).reduce(addOutcomes, noOutcome);
    const outcome = { ...total, failed: total.failed + unhandledErrors.length };
    writeFileSync(path, JSON.stringify(outcome));
  }
}

function moduleOutcome(module: TestModule): Outcome {
  const failedHooks = [module, ...module.children.allSuites()].filter(
    (group) => group.errors().length > 0,
  );
  return [...module.children.allTests()]
    .map(testOutcome)
    .reduce(addOutcomes, { ...noOutcome, failed: failedHooks.length });
}

function testOutcome(test: TestCase): Outcome {
  const { state } = test.result();
  if (state === "passed") return { ...noOutcome, passed: 1 };
  if (state === "failed") return { ...noOutcome, failed: 1 };
  const name = `${test.module.relativeModuleId} > ${test.fullName}`;
  return {
    ...noOutcome,
    skipped: [{ project: test.project.name, name, reason: skipReason(test) }],
  };
}

function skipReason(test: TestCase) {
  const result = test.result();
  if (result.state === "skipped" && result.note) return result.note;
  if (result.state === "pending") return "not run: the run ended before it";
  if (test.options.mode === "todo") return "not written yet";
  return setUpFailed(test) ? "its set-up failed" : "skipped without a reason";
}

function setUpFailed({ parent }: TestCase | TestSuite): boolean {
  if (parent.errors().length > 0) return true;
  return parent.type === "suite" && setUpFailed(parent);
}
