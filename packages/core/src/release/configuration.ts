import { createHash } from "node:crypto";
import { listGroupOverrides } from "@understudy/db/queries/access-groups";
import type { PlainTwinRow } from "@understudy/db/queries/twins";
import type { TenantTx } from "@understudy/db/scope";
import { NO_BOUNDARIES } from "../policy/contract.ts";
import { readBoundaries } from "../policy/read-boundaries.ts";
import { Configuration, type FieldChange } from "./contract.ts";

/** What a release says of a field that was not there yet when it was published. */
const UNSAID: Configuration = {
  name: "",
  headline: "",
  bio: "",
  avatarUrl: null,
  purpose: "",
  instructions: "",
  speakingStyle: "",
  answerLength: "medium",
  strictness: "strict",
  language: null,
  firstMessage: "",
  starterQuestions: [],
  noAnswerMessage: "",
  boundaries: NO_BOUNDARIES,
  groupOverrides: {},
};

/** As the draft has it now. */
export async function readDraft(tx: TenantTx, twin: PlainTwinRow): Promise<Configuration> {
  return readConfiguration({ ...twin, groupOverrides: await listGroupOverrides(tx, twin.id) });
}

/** As a release keeps it. */
export function readConfiguration(stored: {
  boundaries?: object;
  groupOverrides?: object;
}): Configuration {
  const boundaries = readBoundaries({ boundaries: stored.boundaries ?? {} });
  return Configuration.parse({ ...UNSAID, ...stored, boundaries });
}

/**
 * In hexadecimal, of all that an answer may depend on: a new picture is no reason to run the tests again.
 * Parsing gives the fields their order, so that the same configuration has the same one.
 */
export function hashConfiguration({ avatarUrl: _, ...answering }: Configuration): string {
  return createHash("sha256").update(JSON.stringify(answering)).digest("hex");
}

/** Field by field, in the order of the shape; without anything before, what is not empty. */
export function compareConfigurations(
  before: Configuration | null,
  after: Configuration,
): FieldChange[] {
  const from = before ?? UNSAID;
  return Configuration.keyof()
    .options.filter((field) => JSON.stringify(from[field]) !== JSON.stringify(after[field]))
    .map((field) => ({ field, before: before?.[field] ?? null, after: after[field] }));
}
