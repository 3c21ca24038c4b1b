import { listLiveVersions } from "@understudy/db/queries/live-versions";
import { listAllQualityTests } from "@understudy/db/queries/quality-tests";
import type { TenantTx } from "@understudy/db/scope";
import type { KnownNow } from "../../quality/judge-expectation.ts";
import { readKnown } from "../../quality/read-known.ts";
import { isPassage, type StoredExpectation, StoredTest } from "../../quality/stored-test.ts";
import type { PlaceInText } from "./judge-places.ts";
import type { SampledQuestion } from "./sample-questions.ts";

/** The newest tests that say what is to be cited, with where that stands now. */
export async function listTestedQuestions(
  tx: TenantTx,
  { twinId, limit }: { twinId: string; limit: number },
): Promise<SampledQuestion[]> {
  const rows = await listAllQualityTests(tx, twinId);
  const naming = rows.map((row) => StoredTest.parse(row)).filter(namesPlace);
  const tests = naming.slice(-limit);
  const known = await readKnown(tx, twinId, tests);
  const liveVersions = await listLiveVersions(tx, twinId);
  return tests
    .map(({ question, expectations }) => ({
      question,
      origin: "tested" as const,
      right: expectations
        .flatMap((each) => placesOf(each, known))
        .filter(({ sourceId }) => sourceId in liveVersions),
    }))
    .filter(({ right }) => right.length > 0);
}

function namesPlace({ expectations }: StoredTest): boolean {
  return expectations.some((each) => isPassage(each) || each.kind === "cites_source");
}

function placesOf(expectation: StoredExpectation, { placed, parents }: KnownNow): PlaceInText[] {
  if (isPassage(expectation)) {
    const passage = placed.get(expectation);
    if (!passage) return [];
    const { start, end } = passage.locator;
    return [{ sourceId: expectation.sourceId, start, end }];
  }
  if (expectation.kind !== "cites_source") return [];
  const { sourceId: wanted } = expectation;
  return [...parents].flatMap(([sourceId, parentId]) =>
    sourceId === wanted || parentId === wanted ? [wholeOf(sourceId)] : [],
  );
}

function wholeOf(sourceId: string): PlaceInText {
  return { sourceId, start: 0, end: Number.MAX_SAFE_INTEGER };
}
