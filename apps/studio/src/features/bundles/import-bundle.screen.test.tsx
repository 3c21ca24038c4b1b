import { screen, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { makeTwin } from "../../testing/fixtures.ts";
import { openStudio } from "../../testing/open-studio.tsx";
import { pageOf, serveApi } from "../../testing/serve-api.ts";

const imported = {
  id: "import",
  name: "Ferry",
  twinId: "twin",
  jobId: null,
  counts: { sources: 4, schedules: 3 },
  signer: { publicKey: "key", isOurs: true },
  status: "finished",
  proof: null,
  createdAt: "2026-11-29T10:00:00.000Z",
  finishedAt: "2026-11-29T10:01:00.000Z",
};

test("an import says that its sync schedules are paused, and turns them on when it is asked to", async () => {
  const { calls } = serveApi({
    "twin.list": () => pageOf({ ...makeTwin(), updatedAt: imported.createdAt }),
    "job.list": () => pageOf(),
    "bundle.listImports": () => pageOf(imported),
    "source.resumeSchedules": () => ({ resumed: 3 }),
  });
  const served = fetch;
  vi.stubGlobal("fetch", (address: string, init?: RequestInit) =>
    address === "/api/bundles" ? Promise.resolve(Response.json(imported)) : served(address, init),
  );
  const person = openStudio("/twins");
  await person.click(await screen.findByRole("button", { name: /Import/ }));
  const dialog = within(await screen.findByRole("dialog", { name: "Import a twin" }));
  await person.upload(dialog.getByLabelText("Bundle"), new File(["zip"], "ferry.twin"));
  expect(await dialog.findByText(/3 sync schedules came with it, paused/)).toBeDefined();
  expect(calls.some(([name]) => name === "source.resumeSchedules")).toBe(false);
  await person.click(dialog.getByRole("button", { name: "Turn schedules on" }));
  expect((await dialog.findByText("3 sync schedules turned on.")).role).toBe("status");
  expect(calls).toContainEqual(["source.resumeSchedules", { twinId: "twin" }]);
});
