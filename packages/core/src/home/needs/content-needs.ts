import { countFindings } from "@understudy/db/queries/findings";
import { countFailedSources, countUnfitCorrections } from "@understudy/db/queries/needs";
import { type NeedProvider, need } from "../need-provider.ts";

export const contentNeeds: NeedProvider = async (tx, { twin }) => {
  const [failed, unfit, findings] = await Promise.all([
    countFailedSources(tx, twin.id),
    countUnfitCorrections(tx, twin.id),
    countFindings(tx, twin.id),
  ]);
  return [
    ...need("failed_source", failed),
    ...need("unfit_correction", unfit),
    ...need("contradiction", { count: findings.get("contradiction") ?? 0 }),
    ...need("stale_content", { count: findings.get("stale") ?? 0 }),
  ];
};
