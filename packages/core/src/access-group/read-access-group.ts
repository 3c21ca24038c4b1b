import { type AccessGroupRow, findAccessGroup } from "@understudy/db/queries/access-groups";
import { type GroupContent, listGroupContent } from "@understudy/db/queries/content-permissions";
import { listMembers, type Member } from "@understudy/db/queries/group-memberships";
import type { TenantTx } from "@understudy/db/scope";
import { notFound } from "../kernel/domain-error.ts";
import type { AccessGroup, Members } from "./contract.ts";
import { GroupOverrides } from "./overrides.ts";

/** Under which name the members of a kind are read and set. */
export const MEMBER_FIELDS = {
  link: "shareLinkIds",
  widget: "widgetIds",
  key: "apiKeyIds",
  claim: "claims",
  email: "emails",
  domain: "domains",
  visitor: "visitorIds",
} as const satisfies Record<Member["kind"], keyof Members>;

export async function requireAccessGroup(tx: TenantTx, groupId: string): Promise<AccessGroupRow> {
  const row = await findAccessGroup(tx, groupId);
  if (!row) throw notFound("accessGroup");
  return row;
}

export async function readAccessGroup(tx: TenantTx, groupId: string): Promise<AccessGroup> {
  const [group] = await readAccessGroups(tx, [await requireAccessGroup(tx, groupId)]);
  return group!;
}

/** With who is in them and what is open to them, in the order given. */
export async function readAccessGroups(
  tx: TenantTx,
  rows: readonly AccessGroupRow[],
): Promise<AccessGroup[]> {
  const ids = rows.map(({ id }) => id);
  const [members, content] = await Promise.all([listMembers(tx, ids), listGroupContent(tx, ids)]);
  const membersOf = Map.groupBy(members, ({ groupId }) => groupId);
  const contentOf = Map.groupBy(content, ({ groupId }) => groupId);
  return rows.map((row) =>
    describe(row, { members: membersOf.get(row.id) ?? [], content: contentOf.get(row.id) ?? [] }),
  );
}

function describe(
  { createdAt, updatedAt, overrides, ...row }: AccessGroupRow,
  held: { members: readonly Member[]; content: readonly GroupContent[] },
): AccessGroup {
  const { visitorPerDay, visitorPerMonth, groupPerDay, groupPerMonth, ...own } = row;
  const idsOf = (kind: GroupContent["kind"], isBelief: boolean) =>
    held.content
      .filter((one) => one.kind === kind && one.isBelief === isBelief)
      .map(({ id }) => id);
  return {
    ...own,
    members: readMembers(held.members),
    content: {
      sourceIds: idsOf("source", false),
      beliefIds: idsOf("source", true),
      verifiedAnswerIds: idsOf("verifiedAnswer", false),
    },
    limits: { visitorPerDay, visitorPerMonth, groupPerDay, groupPerMonth },
    overrides: GroupOverrides.parse(overrides ?? {}),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

function readMembers(members: readonly Member[]): Members {
  const valuesOf = (wanted: Member["kind"]) =>
    members.filter(({ kind }) => kind === wanted).map(({ value }) => value);
  return {
    shareLinkIds: valuesOf("link"),
    widgetIds: valuesOf("widget"),
    apiKeyIds: valuesOf("key"),
    claims: valuesOf("claim"),
    emails: valuesOf("email"),
    domains: valuesOf("domain"),
    visitorIds: valuesOf("visitor"),
  };
}
