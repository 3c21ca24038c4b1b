import { screen, within } from "@testing-library/react";
import type { Invitation } from "@understudy/core/invitation/contract";
import type { Member } from "@understudy/core/member/contract";
import { expect, test } from "vitest";
import { openStudio } from "../../testing/open-studio.tsx";
import { pageOf, serveApi } from "../../testing/serve-api.ts";

const TIME = "2026-11-20T10:00:00.000Z";
const LINK = "https://studio.example/invite/secret";
const member = (name: string, role: Member["role"], isYou = false): Member => ({
  id: name,
  userId: name,
  name,
  email: `${name}@example.com`,
  role,
  isYou,
  createdAt: TIME,
});

function servePeople(role: Member["role"]) {
  const invitations: Invitation[] = [];
  return serveApi({
    "tenant.get": () => ({ id: "tenant", name: "Lighthouse", role, createdAt: TIME }),
    "twin.list": () => pageOf(),
    "job.list": () => pageOf(),
    "member.list": () => pageOf(member("Ada", role, true), member("Olga", "owner")),
    "member.updateRole": () => member("Olga", "viewer"),
    "invitation.list": () => pageOf(...invitations),
    "invitation.create": ({ email, role: given }: { email: string; role: Member["role"] }) => {
      const times = { isExpired: false, expiresAt: TIME, createdAt: TIME };
      invitations.push({ id: email, email, role: given, invitedBy: "Ada", ...times });
      return { ...invitations[0], link: LINK };
    },
  });
}

const last = (calls: [string, unknown][], name: string) =>
  calls.findLast(([called]) => called === name)?.[1];

test("someone is invited in a role, and the link is there to copy, this once", async () => {
  const { calls } = servePeople("owner");
  const person = openStudio("/settings/people");
  await person.click((await screen.findAllByRole("button", { name: "Invite" }))[0]!);
  const dialog = within(await screen.findByRole("dialog"));
  await person.type(dialog.getByLabelText("E-mail"), "grace@example.com");
  await person.selectOptions(dialog.getByLabelText("Role"), "Admin");
  await person.click(dialog.getByRole("button", { name: "Make the link" }));
  await screen.findByText(LINK);
  expect(last(calls, "invitation.create")).toEqual({ email: "grace@example.com", role: "admin" });
  await person.click(screen.getByRole("button", { name: "Done" }));
  expect(screen.queryByText(LINK)).toBeNull();
  const table = within(await screen.findByRole("table", { name: "Invitations" }));
  table.getByRole("button", { name: /^Revoke.*grace@example.com$/ });
});

test("an owner changes the role of another, and not their own", async () => {
  const { calls } = servePeople("owner");
  const person = openStudio("/settings/people");
  await person.selectOptions(await screen.findByLabelText("Role of Olga"), "Viewer");
  expect(last(calls, "member.updateRole")).toEqual({ memberId: "Olga", role: "viewer" });
  expect(screen.queryByLabelText("Role of Ada")).toBeNull();
});

test("an admin is offered nothing that only owners may do", async () => {
  servePeople("admin");
  const person = openStudio("/settings/people");
  await screen.findByRole("table", { name: "Members" });
  expect(screen.queryByLabelText("Role of Olga")).toBeNull();
  expect(screen.queryByRole("button", { name: /^Remove/ })).toBeNull();
  await person.click(screen.getAllByRole("button", { name: "Invite" })[0]!);
  const dialog = within(await screen.findByRole("dialog"));
  expect(dialog.queryByRole("option", { name: "Owner" })).toBeNull();
});

test("a viewer sees who works here and what each may do, and changes nothing", async () => {
  const { calls } = servePeople("viewer");
  openStudio("/settings/people");
  const right = await screen.findByRole("row", { name: /Make and revoke API keys/ });
  const held = within(right)
    .getAllByRole("cell")
    .map(({ textContent }) => textContent);
  expect(held.map((text) => text?.includes("Yes"))).toEqual([false, false, true, true]);
  expect(screen.queryByRole("button", { name: "Invite" })).toBeNull();
  expect(last(calls, "invitation.list")).toBeUndefined();
});
