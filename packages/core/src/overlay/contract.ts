import { OVERLAY_KINDS, OVERLAY_STATUSES } from "@understudy/db/column-values";
import { z } from "zod";
import { Id, Timestamp } from "../kernel/ids.ts";
import { PageInput, pageOf } from "../kernel/page.ts";
import { RestingTest } from "../quality/contract.ts";
import { Locator } from "../source/contract.ts";

export const MAX_CORRECTION_CHARACTERS = 8_000;
/** Of one source; all of them are placed anew whenever it changes. */
export const MAX_OVERLAYS = 500;
/** Of one twin; each is read at every question. */
export const MAX_PINNED = 50;

const OverlayKind = z.enum(OVERLAY_KINDS);
const OverlayStatus = z.enum(OVERLAY_STATUSES);
const CorrectedText = z
  .string()
  .trim()
  .min(1, "Write what it should say, or hide the passage.")
  .max(MAX_CORRECTION_CHARACTERS);

/** An owner's correction of one passage: other words (`edit`), never found (`hide`), or found first (`pin`). */
export const Overlay = z.object({
  id: Id,
  twinId: Id,
  sourceId: Id,
  sourceTitle: z.string(),
  kind: OverlayKind,
  /** `changed`: it still applies, though the source's own words are others now. `unmatched`: its passage was not found again. */
  status: OverlayStatus,
  /** Of an edit. */
  text: z.string().nullable(),
  /** The source's own words, as they were last found, and where. */
  original: z.string(),
  locator: Locator,
  /** The passage it applies to now. */
  chunkId: Id.nullable(),
  /** Counts its edits, from 1. */
  revision: z.int(),
  createdAt: Timestamp,
  updatedAt: Timestamp,
});
export type Overlay = z.infer<typeof Overlay>;
export const OverlayPage = pageOf(Overlay);

export const CreateOverlayInput = z.object({
  chunkId: Id,
  kind: OverlayKind,
  /** What an edit says instead. */
  text: CorrectedText.optional(),
});
export const ListOverlaysInput = PageInput.extend({
  twinId: Id,
  sourceId: Id.optional(),
  status: z.array(OverlayStatus).min(1).optional(),
});
/** Without text or passage it says that its owner has looked: it is as it should be. */
export const UpdateOverlayInput = z.object({
  overlayId: Id,
  /** The one that was seen; a later one refuses the change. */
  revision: z.int(),
  text: CorrectedText.optional(),
  /** Another passage of the same source, that it applies to from now on. */
  chunkId: Id.optional(),
});
export const RemoveOverlayInput = UpdateOverlayInput.pick({ overlayId: true, revision: true });

export const PassageRef = z.object({ chunkId: Id });
/** What rests on a passage. */
export const PassageImpact = z.object({
  /** Answers that cite it, of the last 30 days. */
  answers: z.int(),
  /** What the owner vouches for that it bears on. */
  vouched: z.array(z.object({ kind: z.enum(["verified", "belief"]), id: Id, title: z.string() })),
  /** Quality tests that demand it, or were answered from it last. */
  tests: z.array(RestingTest),
});
export const IMPACT_DAYS = 30;
