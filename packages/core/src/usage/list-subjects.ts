import { type GroupOfTenant, listGroupsOfTenant } from "@understudy/db/queries/access-groups";
import { listKeyNames, listLiveKeys } from "@understudy/db/queries/api-keys";
import { listPersonNames } from "@understudy/db/queries/persons";
import { EACH_KEY, EACH_VISITOR, listQuotas, type QuotaRow } from "@understudy/db/queries/quotas";
import { listTwinNames } from "@understudy/db/queries/twins";
import type { TenantTx } from "@understudy/db/scope";
import type { UsageLimit } from "./contract.ts";

/** Whom limits can be set for. */
export interface Subject {
  id: string;
  scope: UsageLimit["scope"];
  name: string;
  /** Each key, or each visitor, for itself. */
  isEach: boolean;
  quota: Omit<QuotaRow, "subjectId"> | undefined;
}

/** The tenant first; of visitors those that have a limit of their own. */
export async function listSubjects(tx: TenantTx, tenantId: string) {
  const [quotas, twins, groups, keyNames, liveKeys] = await Promise.all([
    listQuotas(tx),
    listTwinNames(tx),
    listGroupsOfTenant(tx),
    listKeyNames(tx),
    listLiveKeys(tx),
  ]);
  const visitors = await listPersonNames(
    tx,
    quotas.map(({ subjectId }) => subjectId),
  );
  const make = (scope: Subject["scope"]) => (one: { id: string; name: string }) => {
    const quota = quotas.find(({ subjectId }) => subjectId === one.id);
    return { ...one, scope, quota, isEach: one.id === EACH_KEY || one.id === EACH_VISITOR };
  };
  const unnamed = (id: string) => ({ id, name: "" });
  const subjects: Subject[] = [
    make("tenant")(unnamed(tenantId)),
    make("visitor")(unnamed(EACH_VISITOR)),
    ...visitors.map(make("visitor")),
    make("key")(unnamed(EACH_KEY)),
    ...liveKeys.map(make("key")),
    ...groups.map((group) => ofGroup(make("group")(group), group)),
    ...twins.map(make("twin")),
  ];
  // What was asked by a key that opens nothing any more was asked all the same.
  const names = new Map([...keyNames, ...liveKeys.map(({ id, name }) => [id, name] as const)]);
  return { subjects, twins, names };
}

/** Names of groups repeat from twin to twin. */
function ofGroup(subject: Subject, group: GroupOfTenant): Subject {
  const asked = { messagesPerDay: group.groupPerDay, messagesPerMonth: group.groupPerMonth };
  const quota = { ...NO_LIMITS, ...subject.quota, ...asked };
  return { ...subject, name: `${group.name} of ${group.twinName}`, quota };
}

const NO_LIMITS = {
  sources: null,
  storageBytes: null,
  tokensPerMonth: null,
  microCostPerMonth: null,
};
