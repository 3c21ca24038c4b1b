import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { makeTwin } from "../../testing/fixtures.ts";
import { openStudio } from "../../testing/open-studio.tsx";
import { pageOf, serveApi } from "../../testing/serve-api.ts";

const line = { scope: "tenant", subjectId: null, name: "", metric: "messages", period: "day" };
const usage = {
  limits: [{ ...line, limit: 50, used: 12, resetsAt: "2026-11-30T00:00:00.000Z" }],
  days: [{ day: "2026-11-29", messages: 12, tokens: 900 }],
  most: [{ scope: "twin", id: "t", name: "Mara", messages: 12 }],
};

test("what was used is shown against its limit, and the limit is set", async () => {
  const saved: unknown[] = [];
  serveApi({
    "twin.list": () => pageOf(makeTwin()),
    "job.list": () => pageOf(),
    "usage.get": () => usage,
    "usage.setQuota": (input: unknown) => {
      saved.push(input);
      return usage;
    },
  });
  const person = openStudio("/settings/usage");
  expect(await screen.findByText("of 50")).toBeDefined();
  await person.click(screen.getByRole("button", { name: /Messages a day of The whole workspace/ }));
  const dialog = within(await screen.findByRole("dialog"));
  await person.clear(dialog.getByLabelText("At most"));
  await person.click(dialog.getByRole("button", { name: "Save" }));
  await expect
    .poll(() => saved)
    .toEqual([{ scope: "tenant", metric: "messages", period: "day", limit: null }]);
});
