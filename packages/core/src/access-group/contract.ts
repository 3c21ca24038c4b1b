import { z } from "zod";
import { Id, Timestamp } from "../kernel/ids.ts";
import { pageOf } from "../kernel/page.ts";
import { GroupOverrides } from "./overrides.ts";

export const MOST_GROUPS = 50;
const MOST_MEMBERS = 2_000;
const MOST_CONTENT = 5_000;

/** Groups by their ids, for what puts its visitors into them. */
export const AccessGroupIds = z.array(Id).max(MOST_GROUPS);

const Name = z.string().trim().min(1, "A group needs a name.").max(80);
const Description = z.string().trim().max(500);
const Email = z.string().trim().toLowerCase().pipe(z.email().max(200));
const Domain = z
  .string()
  .trim()
  .toLowerCase()
  .transform((domain) => domain.replace(/^@/, ""))
  .pipe(z.string().regex(/^(?=.{4,200}$)[a-z0-9-]+(\.[a-z0-9-]+)+$/, "Like example.com."));
/** As the customer's server says it in `groups` of a signed identity; letters count as they are. */
const Claim = z.string().trim().min(1).max(120);

/** Who is in a group. Someone is in it by any one of these. */
export const Members = z.object({
  /** All who come by these links, these widgets, or ask by these keys. */
  shareLinkIds: z.array(Id).max(MOST_MEMBERS),
  widgetIds: z.array(Id).max(MOST_MEMBERS),
  apiKeyIds: z.array(Id).max(MOST_MEMBERS),
  /** Whoever a customer's server vouches for: by a claim, an address, or the domain of one. */
  claims: z.array(Claim).max(MOST_MEMBERS),
  emails: z.array(Email).max(MOST_MEMBERS),
  domains: z.array(Domain).max(MOST_MEMBERS),
  /** Whom somebody put there by name. */
  visitorIds: z.array(Id).max(MOST_MEMBERS),
});
export type Members = z.infer<typeof Members>;

const Most = z.int().min(1).max(10_000_000).nullable();
/** Questions, by UTC days and months; null: as many as one likes. */
export const Limits = z.object({
  visitorPerDay: Most,
  visitorPerMonth: Most,
  groupPerDay: Most,
  groupPerMonth: Most,
});

export const AccessGroup = z.object({
  id: Id,
  twinId: Id,
  name: z.string(),
  description: z.string(),
  /** Someone in several groups is spoken to as the one of the lowest rank has it. */
  rank: z.int(),
  members: Members,
  /** What is open to it and not to everybody. */
  content: z.object({
    sourceIds: z.array(Id),
    beliefIds: z.array(Id),
    verifiedAnswerIds: z.array(Id),
  }),
  limits: Limits,
  /** As the draft has them; visitors get those of the release. */
  overrides: GroupOverrides,
  createdAt: Timestamp,
  updatedAt: Timestamp,
});
export type AccessGroup = z.infer<typeof AccessGroup>;
export const AccessGroupPage = pageOf(AccessGroup);

export const AccessGroupRef = z.object({ accessGroupId: Id });
export const ListAccessGroupsInput = z.object({ twinId: Id });
export const CreateAccessGroupInput = z.object({
  twinId: Id,
  name: Name,
  description: Description.default(""),
});
export const UpdateAccessGroupInput = AccessGroupRef.extend({
  name: Name.optional(),
  description: Description.optional(),
  /** Its place among the twin's groups, from 1. */
  rank: z.int().min(1).max(MOST_GROUPS).optional(),
});
/** What is not given stays as it is. */
export const SetMembersInput = AccessGroupRef.extend(Members.partial().shape);
export const SetLimitsInput = AccessGroupRef.extend(Limits.partial().shape);
export const SetOverridesInput = AccessGroupRef.extend({
  overrides: GroupOverrides.partial(),
});
/** What is named is for this group, and others it is named for, alone; what is not given stays as it is. */
export const SetContentInput = AccessGroupRef.extend({
  sourceIds: z.array(Id).max(MOST_CONTENT).optional(),
  beliefIds: z.array(Id).max(MOST_CONTENT).optional(),
  verifiedAnswerIds: z.array(Id).max(MOST_CONTENT).optional(),
});

const Few = z.array(Id).max(100).default([]);
/** Things that answer. */
export const ContentIds = z.object({
  sourceIds: Few,
  beliefIds: Few,
  verifiedAnswerIds: Few,
});
export type ContentIds = z.output<typeof ContentIds>;

const ContentKind = z.enum(["source", "belief", "verifiedAnswer"]);
export type ContentKind = z.infer<typeof ContentKind>;

/** A thing that is open to a group, by the name that people know it by. */
export const ContentItem = z.object({
  kind: ContentKind,
  id: Id,
  title: z.string(),
});
export const ContentList = z.object({ items: z.array(ContentItem) });

/** Who is answered from something. */
export const Visibility = z.object({
  kind: ContentKind,
  id: Id,
  /** Null: everybody. An empty list: nobody but the workspace. */
  accessGroupIds: z.array(Id).nullable(),
  /** The site, archive or import that it came with, which must be open as well, where that is not for everybody. */
  follows: z.object({ sourceId: Id, accessGroupIds: z.array(Id) }).nullable(),
});
export const VisibilityList = z.object({ items: z.array(Visibility) });
export const SetVisibilityInput = ContentIds.extend({ accessGroupIds: AccessGroupIds.nullable() });
