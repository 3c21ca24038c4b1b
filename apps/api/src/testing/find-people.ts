import { resultOf, type TestSession } from "./test-session.ts";

/** The tenant itself, its owner's place in it, somebody invited, and somebody of its audience. */
export async function findPeople(
  owner: TestSession,
  { twinId, name }: { twinId: string; name: string },
) {
  const invited = { email: `${name.toLowerCase()}.guest@example.com`, role: "viewer" };
  const invitation = await resultOf<{ id: string }>(owner.mutate("invitation.create", invited));
  const members = await resultOf<{ items: { id: string }[] }>(owner.query("member.list", {}));
  const tenant = await resultOf<{ id: string }>(owner.query("tenant.get", {}));
  const sessions = await resultOf<{ items: { id: string }[] }>(
    owner.query("account.listSessions", {}),
  );
  const csv = `name,email,note\n${name} guest,guest@${name}.example,${name} was here`;
  await resultOf(owner.mutate("audience.import", { twinId, csv }));
  const audience = await resultOf<{ items: { id: string }[] }>(
    owner.query("audience.list", { twinId }),
  );
  const sessionId = sessions.items[0]!.id;
  return {
    tenantId: tenant.id,
    sessionId,
    visitorId: audience.items[0]!.id,
    memberId: members.items[0]!.id,
    invitationId: invitation.id,
  };
}
