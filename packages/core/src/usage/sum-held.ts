import type { Held } from "@understudy/db/queries/holdings";

export function sumHeld(holdings: readonly Held[]): Pick<Held, "sources" | "storageBytes"> {
  return holdings.reduce(
    (sum, each) => ({
      sources: sum.sources + each.sources,
      storageBytes: sum.storageBytes + each.storageBytes,
    }),
    { sources: 0, storageBytes: 0 },
  );
}
