import type { FindingRow } from "@understudy/db/queries/findings";
import type { Finding } from "./contract.ts";

/** The details of a kind, as its check has kept them. */
interface Details {
  differsIn?: NonNullable<Finding["contradiction"]>["in"];
  sides?: NonNullable<Finding["contradiction"]>["sides"];
  /** Of one source alone. */
  fault?: string;
  because?: string;
  example?: string;
}

export function readFinding({ createdAt, details, ...row }: FindingRow): Finding {
  const { differsIn, sides, fault, because = fault, example = null } = details as Details;
  return {
    ...row,
    contradiction: differsIn && sides ? { in: differsIn, sides } : null,
    fault: because ? { because, example } : null,
    createdAt: createdAt.toISOString(),
  };
}
