import type { Job } from "@understudy/core/job/contract";
import { type Figure, readFigures } from "./read-figures.ts";

export interface Agreement {
  agrees: boolean;
  counted: Figure[];
  repaired: Figure[];
  left: Figure[];
}

/** What a self-check found; null for other jobs, and while it has not come to an end. */
export function readAgreement({ kind, result }: Job): Agreement | null {
  if (kind !== "reconcile" || typeof result?.agrees !== "boolean") return null;
  return {
    agrees: result.agrees,
    counted: figuresOf(result.counted),
    repaired: figuresOf(result.repaired),
    left: figuresOf(result.left),
  };
}

function figuresOf(value: unknown): Figure[] {
  return typeof value === "object" && value !== null ? readFigures({ ...value }) : [];
}
