import type { PersonRow } from "@understudy/db/queries/list-visitors";
import { findPersonOf, listRecordsOf } from "@understudy/db/queries/persons";
import type { TenantTx } from "@understudy/db/scope";
import { notFound } from "../kernel/domain-error.ts";
import { useCase } from "../kernel/use-case.ts";
import { AudienceProfile, VisitorRef } from "./contract.ts";
import { readPeople } from "./read-people.ts";

/** One of a twin's people, by any of their records. */
export const getVisitor = useCase({
  permission: "audience.read",
  input: VisitorRef,
  output: AudienceProfile,
  run: (ctx, { visitorId }) => ctx.transaction((tx) => readProfile(tx, visitorId)),
});

export async function readProfile(tx: TenantTx, visitorId: string): Promise<AudienceProfile> {
  const row = await requirePerson(tx, visitorId);
  const [person] = await readPeople(tx, [row]);
  const records = await listRecordsOf(tx, row.id);
  return {
    ...person!,
    note: row.note,
    verifiedAs: row.verifiedAt && row.verifiedSubject,
    verifiedAt: row.verifiedAt?.toISOString() ?? null,
    consent: readConsent(row),
    browsers: records.length,
  };
}

export async function requirePerson(tx: TenantTx, visitorId: string): Promise<PersonRow> {
  const row = await findPersonOf(tx, visitorId);
  if (!row) throw notFound("visitor");
  return row;
}

function readConsent({
  consentAt,
  consentText,
  consentPlace,
}: PersonRow): AudienceProfile["consent"] {
  if (consentAt === null) return null;
  const place = consentPlace ?? { channel: null, way: null, wayId: null, origin: null };
  return { at: consentAt.toISOString(), text: consentText ?? "", ...place };
}
