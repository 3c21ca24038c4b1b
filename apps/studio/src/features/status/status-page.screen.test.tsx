import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { openStudio } from "../../testing/open-studio.tsx";
import { pageOf, serveApi } from "../../testing/serve-api.ts";

const HOUR_MS = 3_600_000;

test("what it rests on tells how it is and how it was, for as long as is chosen", async () => {
  const asked: unknown[] = [];
  const now = Date.now();
  const at = (hoursAgo: number) => new Date(now - hoursAgo * HOUR_MS).toISOString();
  const span = (state: string, from: number, until: number, detail: string | null = null) => ({
    state,
    detail,
    from: at(from),
    until: at(until),
  });
  serveApi({
    "twin.list": () => pageOf(),
    "job.list": () => pageOf(),
    "status.get": () => ({
      ready: true,
      dependencies: [
        { name: "database", state: "ok", required: true },
        { name: "chat", state: "degraded", required: false, detail: "gpt-test: it timed out" },
      ],
    }),
    "status.history": (input: unknown) => {
      asked.push(input);
      const spans = [span("ok", 24, 2), span("degraded", 2, 0, "gpt-test: it timed out")];
      return {
        from: at(24),
        until: at(0),
        dependencies: [{ name: "chat", spans, wellShare: 22 / 24 }],
        work: {
          answers: { total: 200, failed: 3 },
          jobs: { total: 40, failed: 2 },
          waitingJobs: 5,
          runningJobs: 1,
          oldestWaitingSeconds: 90,
        },
      };
    },
  });
  const person = openStudio("/settings/status");
  await screen.findByText("Degraded: Language model");
  expect(
    screen.getByRole("img", { name: /Language model: well 91.7 % of the time, in trouble once/ }),
  ).toBeDefined();
  expect(screen.getByText("3 (1.5 %)")).toBeDefined();
  expect(screen.getByRole("link", { name: "2 (5.0 %)" }).getAttribute("href")).toBe(
    "/jobs?status=failed",
  );
  const troubles = screen.getByText("What went wrong").nextElementSibling as HTMLElement;
  expect(within(troubles).getByText("gpt-test: it timed out")).toBeDefined();
  await person.click(screen.getByRole("radio", { name: "Week" }));
  await expect.poll(() => asked.at(-1)).toEqual({ hours: 168 });
});
