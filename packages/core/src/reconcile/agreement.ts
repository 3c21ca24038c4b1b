/** What one look has counted, mended, and could not mend: figures by name. */
export interface Agreement {
  counted: Record<string, number>;
  repaired: Record<string, number>;
  left: Record<string, number>;
}

/** All looks as one: `agrees` when there was nothing to mend. */
export function joinAgreements(parts: readonly Partial<Agreement>[]) {
  const repaired = nonZero(Object.assign({}, ...parts.map((part) => part.repaired)));
  const left = nonZero(Object.assign({}, ...parts.map((part) => part.left)));
  return {
    agrees: Object.keys(repaired).length === 0 && Object.keys(left).length === 0,
    counted: Object.assign({}, ...parts.map((part) => part.counted)) as Record<string, number>,
    repaired,
    left,
  };
}

function nonZero(figures: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(figures).filter(([, figure]) => figure > 0));
}
