import { z } from "zod";
import { OverridesByGroup } from "../access-group/overrides.ts";
import { Id, Timestamp } from "../kernel/ids.ts";
import { PageInput, pageOf } from "../kernel/page.ts";
import { OutcomeChange, QualityRun, Verdict } from "../quality/contract.ts";
import { Character, Twin } from "../twin/contract.ts";

/** What a release freezes. Sources and verified answers are not in it: they are live at once. */
export const Configuration = Character.extend({
  name: Twin.shape.name,
  /** How it speaks to access groups, by their ids. */
  groupOverrides: OverridesByGroup,
});
export type Configuration = z.infer<typeof Configuration>;

export const ReleaseWarning = z.enum(["no_tests", "no_changes"]);

export const Release = z.object({
  id: Id,
  twinId: Id,
  /** Counts the twin's releases, from 1. */
  number: z.int(),
  note: z.string(),
  /** Why it was published though its tests did not pass, or were not there. */
  overrideReason: z.string().nullable(),
  /** The run it was published on. */
  runId: Id.nullable(),
  isCurrent: z.boolean(),
  by: z.object({ kind: z.string(), id: Id.nullable() }),
  createdAt: Timestamp,
});
export type Release = z.infer<typeof Release>;
export const ReleasePage = pageOf(Release);

/** One field that is not the same in two configurations. */
export const FieldChange = z.object({
  field: Configuration.keyof(),
  /** Null: there is nothing to compare with. */
  before: z.unknown(),
  after: z.unknown(),
});
export type FieldChange = z.infer<typeof FieldChange>;

/** How the sources have moved since a release's tests ran. */
export const ContentMoved = z.object({ added: z.int(), changed: z.int(), removed: z.int() });
export type ContentMoved = z.infer<typeof ContentMoved>;

/** A test that keeps the draft from being published. */
export const Blocker = z.object({
  testId: Id,
  question: z.string(),
  verdict: Verdict,
  /** Against what visitors get now. */
  change: OutcomeChange,
  /** Stable keys of what did not hold. */
  because: z.array(z.string()),
});
export type Blocker = z.infer<typeof Blocker>;

export const ReleaseDetail = Release.extend({
  configuration: Configuration,
  /** Against the release before it. */
  changes: z.array(FieldChange),
  contentMoved: ContentMoved,
});

export const ReleasePreview = z.object({
  twinId: Id,
  /** What visitors get now. */
  current: Release.nullable(),
  /** What publishing the draft would change for them. */
  changes: z.array(FieldChange),
  /** Since the current release's tests ran. */
  contentMoved: ContentMoved.nullable(),
  testCount: z.int(),
  /** The newest run of the draft as it is, over what the twin knows now; null: publishing begins one. */
  run: QualityRun.nullable(),
  blockers: z.array(Blocker),
  warnings: z.array(ReleaseWarning),
});

export const ReleaseRef = z.object({ releaseId: Id });
export const PreviewReleaseInput = z.object({ twinId: Id });
export const ListReleasesInput = PageInput.extend({ twinId: Id });
export const PublishInput = z.object({
  twinId: Id,
  note: z.string().trim().max(2_000).default(""),
  /** Why it is published whatever its tests say. */
  override: z.string().trim().min(1, "Give a reason.").max(2_000).optional(),
  /** How long to wait for its tests. */
  waitSeconds: z.int().min(0).max(20).default(20),
});
const Published = Release.extend({
  status: z.literal("published"),
  warnings: z.array(ReleaseWarning),
});
/** Its tests did not all pass; or, without any named, their run came to no end. */
const Blocked = z.object({
  status: z.literal("blocked"),
  runId: Id,
  blockers: z.array(Blocker),
});
/** Its tests are still running; ask again. */
const Testing = z.object({ status: z.literal("testing"), runId: Id });
export const PublishResult = z.discriminatedUnion("status", [Published, Blocked, Testing]);
export type PublishResult = z.infer<typeof PublishResult>;

/** Back to a release, or, of a twin, to the one before the current one. */
export const RollbackInput = z
  .object({ twinId: Id.optional(), releaseId: Id.optional() })
  .refine(({ twinId, releaseId }) => twinId ?? releaseId, "Name a release or a twin.");
