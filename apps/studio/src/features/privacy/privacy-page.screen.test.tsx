import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { makeTwin, TWIN_ID } from "../../testing/fixtures.ts";
import { openStudio } from "../../testing/open-studio.tsx";
import { pageOf, serveApi } from "../../testing/serve-api.ts";

const AT = "2026-11-20T10:00:00.000Z";
const ID = "00000000-0000-7000-8000-00000000000a";

const signed = {
  receipt: {
    format: "understudy erasure receipt 1",
    id: ID,
    instance: "https://studio.example",
    tenantId: ID,
    subject: { kind: "twin", id: TWIN_ID, twinId: TWIN_ID },
    requestedBy: { kind: "user", id: ID },
    requestedAt: AT,
    startedAt: AT,
    completedAt: AT,
    removed: { messages: 12, files: 3 },
    kept: [{ what: "audit_events", rows: 4, why: "It is a chain." }],
    verified: { tablesSearched: 58, rowsLeft: 0, filesLeft: 0, vectorsLeft: 0 },
  },
  signature: { algorithm: "Ed25519", publicKey: "MCowBQYDK2VwAyEA", value: "c2ln" },
};

const erasure = {
  id: ID,
  kind: "twin",
  subjectId: TWIN_ID,
  twinId: TWIN_ID,
  status: "completed",
  jobId: null,
  dueAt: AT,
  createdAt: AT,
  completedAt: AT,
  receipt: signed,
};

test("receipts are shown, files are fetched, and a workspace goes only when its name is typed", async () => {
  const erased: unknown[] = [];
  serveApi({
    "twin.list": () => pageOf(makeTwin()),
    "job.list": () => pageOf(),
    "privacy.listErasures": () => pageOf(erasure),
    "privacy.listExports": () =>
      pageOf({
        id: ID,
        kind: "tenant",
        subjectId: ID,
        twinId: null,
        status: "ready",
        jobId: null,
        byteSize: 2_400_000,
        createdAt: AT,
        expiresAt: AT,
      }),
    "tenant.erase": (input: unknown) => {
      erased.push(input);
      return { ...erasure, kind: "tenant", status: "waiting", receipt: null };
    },
  });
  const person = openStudio("/settings/privacy");
  await screen.findByText("Erased and verified");
  expect(screen.getByText(/^Ready: 2.4 MB/)).toBeDefined();
  await person.click(screen.getByRole("button", { name: /^Receipt/ }));
  const receipt = within(await screen.findByRole("dialog"));
  expect(receipt.getByText(/58 tables/)).toBeDefined();
  expect(receipt.getByText("It is a chain.")).toBeDefined();
  await person.click(receipt.getAllByRole("button", { name: "Close" })[0]!);

  await person.click(screen.getByRole("button", { name: "Erase the workspace" }));
  const dialog = within(await screen.findByRole("dialog"));
  const erase = dialog.getByRole("button", { name: "Erase it in 7 days" });
  await person.type(dialog.getByLabelText(/^Type/), "Lighthous");
  expect(erase).toHaveProperty("disabled", true);
  await person.type(dialog.getByLabelText(/^Type/), "e");
  await person.click(erase);
  await expect.poll(() => erased).toEqual([{ confirm: "Lighthouse", inDays: 7 }]);
});
