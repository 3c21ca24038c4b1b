import { listLiveVersions, listSourceParents } from "@understudy/db/queries/live-versions";
import { listExisting } from "@understudy/db/queries/verified-answers";
import type { TenantTx } from "@understudy/db/scope";
import type { KnownNow } from "./judge-expectation.ts";
import { placePassages } from "./place-passages.ts";
import type { StoredTest } from "./stored-test.ts";

/** What the answers to these tests are judged by, as it stands now. */
export async function readKnown(
  tx: TenantTx,
  twinId: string,
  tests: readonly StoredTest[],
): Promise<KnownNow> {
  const expectations = tests.flatMap((test) => test.expectations);
  const verifiedIds = expectations.flatMap((each) =>
    each.kind === "verified" && each.verifiedAnswerId ? [each.verifiedAnswerId] : [],
  );
  return {
    placed: await placePassages(tx, tests, await listLiveVersions(tx, twinId)),
    parents: await listSourceParents(tx, twinId),
    verifiedAnswerIds: new Set(await listExisting(tx, verifiedIds)),
  };
}
