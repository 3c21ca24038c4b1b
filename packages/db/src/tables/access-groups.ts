import {
  type AnyPgColumn,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { LIMIT_PERIODS, MEMBERSHIP_KINDS } from "../column-values.ts";
import { createdAt, id, oneOf, tenantId, time, twinId, updatedAt } from "./columns.ts";
import { sources } from "./sources.ts";
import { twins } from "./twins.ts";
import { verifiedQna } from "./verified-qna.ts";

/** A set of a twin's visitors, with what only they are answered from, limits, and another character. */
export const accessGroups = pgTable(
  "access_groups",
  {
    id: id(),
    tenantId: tenantId(),
    twinId: twinId(),
    name: text().notNull(),
    description: text().notNull().default(""),
    /** Of someone in several, the first says how they are spoken to. */
    rank: integer().notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    foreignKey({
      name: "access_groups_twin_fk",
      columns: [t.tenantId, t.twinId],
      foreignColumns: [twins.tenantId, twins.id],
    }).onDelete("cascade"),
    unique("access_groups_twin_unique").on(t.tenantId, t.twinId, t.id),
    // listAccessGroups of a twin; two of one name
    unique("access_groups_name_unique").on(t.twinId, t.name),
  ],
);

interface OfGroup {
  tenantId: AnyPgColumn;
  twinId: AnyPgColumn;
  groupId: AnyPgColumn;
}

const ofGroup = (t: OfGroup, name: string) =>
  foreignKey({
    name,
    columns: [t.tenantId, t.twinId, t.groupId],
    foreignColumns: [accessGroups.tenantId, accessGroups.twinId, accessGroups.id],
  }).onDelete("cascade");

/** Who is in a group: all who come by a link, widget or key, or are vouched for as someone. */
export const groupMemberships = pgTable(
  "group_memberships",
  {
    tenantId: tenantId(),
    twinId: twinId(),
    groupId: uuid().notNull(),
    kind: text({ enum: MEMBERSHIP_KINDS }).notNull(),
    /** The id of a link, widget or key; a claim, address or domain in small letters. */
    value: text().notNull(),
  },
  (t) => [
    primaryKey({ name: "group_memberships_pk", columns: [t.groupId, t.kind, t.value] }),
    ofGroup(t, "group_memberships_group_fk"),
    // listGroupsOf: of whoever asks
    index("group_memberships_member").on(t.twinId, t.kind, t.value),
    oneOf("group_memberships_kind_check", t.kind, MEMBERSHIP_KINDS),
  ],
);

/** Opens something restricted to a group. Without any it is for nobody, whatever became of the groups. */
export const contentPermissions = pgTable(
  "content_permissions",
  {
    id: id(),
    tenantId: tenantId(),
    twinId: twinId(),
    groupId: uuid().notNull(),
    sourceId: uuid(),
    verifiedQnaId: uuid(),
  },
  (t) => [
    ofGroup(t, "content_permissions_group_fk"),
    foreignKey({
      name: "content_permissions_source_fk",
      columns: [t.tenantId, t.twinId, t.sourceId],
      foreignColumns: [sources.tenantId, sources.twinId, sources.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "content_permissions_qna_fk",
      columns: [t.tenantId, t.twinId, t.verifiedQnaId],
      foreignColumns: [verifiedQna.tenantId, verifiedQna.twinId, verifiedQna.id],
    }).onDelete("cascade"),
    // listContent of a group
    unique("content_permissions_source_unique").on(t.groupId, t.sourceId),
    unique("content_permissions_qna_unique").on(t.groupId, t.verifiedQnaId),
    // isOpenTo: whether a source, or a verified answer, is for the one who asks
    index("content_permissions_source").on(t.sourceId),
    index("content_permissions_qna").on(t.verifiedQnaId),
  ],
);

/** Questions that may be asked; null: as many as one likes. */
export const groupLimits = pgTable(
  "group_limits",
  {
    groupId: uuid().primaryKey(),
    tenantId: tenantId(),
    twinId: twinId(),
    visitorPerDay: integer(),
    visitorPerMonth: integer(),
    groupPerDay: integer(),
    groupPerMonth: integer(),
    updatedAt: updatedAt(),
  },
  (t) => [ofGroup(t, "group_limits_group_fk")],
);

/** How the draft speaks to a group where that is not as it speaks to everybody; releases freeze it. */
export const groupOverrides = pgTable(
  "group_overrides",
  {
    groupId: uuid().primaryKey(),
    tenantId: tenantId(),
    twinId: twinId(),
    overrides: jsonb().$type<object>().notNull().default({}),
    updatedAt: updatedAt(),
  },
  (t) => [
    ofGroup(t, "group_overrides_group_fk"),
    // listOverrides of a twin's draft
    index("group_overrides_twin").on(t.twinId),
  ],
);

/** Questions asked within a day or a month (UTC): by one of a group, or by all of it under the group's own id. */
export const groupUsage = pgTable(
  "group_usage",
  {
    tenantId: tenantId(),
    twinId: twinId(),
    groupId: uuid().notNull(),
    /** A visitor, a key, or the group. */
    subjectId: uuid().notNull(),
    period: text({ enum: LIMIT_PERIODS }).notNull(),
    startsAt: time().notNull(),
    questionCount: integer().notNull(),
  },
  (t) => [
    primaryKey({
      name: "group_usage_pk",
      columns: [t.groupId, t.subjectId, t.period, t.startsAt],
    }),
    ofGroup(t, "group_usage_group_fk"),
    // deleteOldUsage
    index("group_usage_old").on(t.groupId, t.startsAt),
    oneOf("group_usage_period_check", t.period, LIMIT_PERIODS),
  ],
);
