import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { makeJob, makeSource, makeTwin } from "../../testing/fixtures.ts";
import { openStudio } from "../../testing/open-studio.tsx";
import { pageOf, serveApi } from "../../testing/serve-api.ts";

const handbook = makeSource({ id: "handbook", title: "Handbook", status: "failed" });
const agreement = { agrees: true, counted: { passages: 1_200 }, repaired: {}, left: {} };
const done = makeJob({ id: "done", kind: "reconcile", result: agreement });
const failed = makeJob({
  id: "failed",
  subjectId: handbook.id,
  status: "failed",
  attempt: 2,
  failure: { reason: "source.corrupt", message: "broken" },
});
const line = (attempt: number, level: "info" | "error", message: string, durationMs?: number) => ({
  id: message,
  attempt,
  level,
  stage: "parse",
  message,
  durationMs: durationMs ?? null,
  createdAt: "2026-11-20T10:00:01.000Z",
});

function serveJobs() {
  let jobs = [failed, done];
  return serveApi({
    "twin.list": () => pageOf(makeTwin()),
    "twin.get": () => makeTwin(),
    "source.get": () => handbook,
    "job.list": ({ status }: { status?: string }) =>
      pageOf(...jobs.filter((job) => !status || job.status === status)),
    "job.get": ({ jobId }: { jobId: string }) => jobs.find(({ id }) => id === jobId),
    "job.logs": () =>
      pageOf(line(1, "info", "parse finished", 900), line(2, "error", "It could not be opened.")),
    "job.retry": () => {
      const again = { ...failed, status: "queued" as const, attempt: 0, failure: undefined };
      jobs = [again, done];
      return again;
    },
    "job.retryFailed": () => ({ sources: 3, jobs: 1 }),
  });
}

test("a failed job opens by keyboard with its stages, its log and its reference, and is tried again", async () => {
  serveJobs();
  const person = openStudio("/jobs");
  await screen.findByRole("button", { name: "Handbook" });
  await person.keyboard("j{Enter}");
  const panel = await screen.findByRole("complementary", { name: "Job" });
  expect(window.location.search).toBe("?job=failed");
  await within(panel).findByText("It could not be opened.");
  expect(within(panel).getByText("Attempt 2")).toBeDefined();
  expect(within(panel).getByText("reference-of-failed")).toBeDefined();

  await person.click(within(panel).getByRole("button", { name: "Try again" }));
  await within(panel).findByText("Waiting");
  await person.keyboard("{Escape}");
  expect(screen.queryByRole("complementary", { name: "Job" })).toBeNull();
});

test("the failed ones are kept apart, and all are tried again at once", async () => {
  const { calls } = serveJobs();
  const person = openStudio("/jobs");
  await person.click(await screen.findByRole("radio", { name: "Failed" }));
  await screen.findByText(/stay here until you try again/);
  expect(screen.queryByRole("row", { name: /Self-check/ })).toBeNull();
  await person.click(screen.getByRole("button", { name: "Try all failed again" }));
  await screen.findByText("Trying 3 sources and 1 other job again.");
  await waitFor(() => expect(calls).toContainEqual(["job.retryFailed", {}]));
});

test("a self-check says that everything agrees, and what it compared", async () => {
  serveJobs();
  openStudio("/jobs?job=done");
  await screen.findByText(/^Everything agrees/);
  expect(screen.getByText("1,200")).toBeDefined();
});
