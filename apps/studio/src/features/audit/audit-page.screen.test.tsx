import { screen, within } from "@testing-library/react";
import type { AuditEvent, AuditVerdict } from "@understudy/core/audit/contract";
import { expect, test } from "vitest";
import { openStudio } from "../../testing/open-studio.tsx";
import { pageOf, serveApi } from "../../testing/serve-api.ts";

const EVENT: AuditEvent = {
  id: "event",
  at: "2026-11-20T10:00:00.000Z",
  actor: { kind: "user", id: "ada", name: "Ada" },
  action: "source.rename",
  subjectKind: "source",
  subjectId: "lamp",
  outcome: "allowed",
  correlationId: "ref",
  ipAddress: "192.0.2.1",
  details: { pages: 2 },
  sequence: 7,
  hash: "ab".repeat(32),
};
const END = `7:${"ab".repeat(32)}`;

function serveAudit(verdict: Partial<AuditVerdict> = {}) {
  return serveApi({
    "twin.list": () => pageOf(),
    "job.list": () => pageOf(),
    "member.list": () => pageOf(),
    "audit.list": () => pageOf(EVENT, { ...EVENT, id: "other", outcome: "denied" }),
    "audit.verify": (): AuditVerdict => ({
      isWhole: true,
      checked: 7,
      unsealed: 0,
      head: { sequence: 7, hash: "ab".repeat(32) },
      firstFault: null,
      ...verdict,
    }),
  });
}

const last = (calls: [string, unknown][], name: string) =>
  calls.findLast(([called]) => called === name)?.[1];

test("an event opens beside the log, and narrows the log to what is like it", async () => {
  const { calls } = serveAudit();
  const person = openStudio("/settings/audit?outcome=denied");
  await person.click((await screen.findAllByRole("button", { name: "source.rename" }))[0]!);
  const panel = within(await screen.findByRole("complementary", { name: "Event" }));
  await panel.findByText("192.0.2.1");
  await person.click(panel.getByRole("link", { name: "Only by Ada" }));
  await screen.findByRole("option", { name: "Somebody else" });
  expect(last(calls, "audit.list")).toMatchObject({ actorId: "ada" });
  expect(last(calls, "audit.list")).not.toHaveProperty("outcome");
});

test("the chain is verified, and held against an end that was kept", async () => {
  const { calls } = serveAudit({
    isWhole: false,
    firstFault: { sequence: 3, eventId: null, fault: "missing" },
  });
  const person = openStudio("/settings/audit");
  await person.click(await screen.findByRole("button", { name: "Verify" }));
  await screen.findByText("Event 3 is gone.");
  const field = screen.getByLabelText(/An end that you kept/);
  await person.type(field, "nonsense");
  screen.getByText("A number, a colon and 64 hexadecimal digits.");
  await person.clear(field);
  await person.type(field, END);
  await person.click(screen.getByRole("button", { name: "Hold it against that" }));
  await expect.poll(() => last(calls, "audit.verify")).toMatchObject({ head: { sequence: 7 } });
});
