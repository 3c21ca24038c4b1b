/** How many slots each tenant has now, and may have: one is kept from the busiest. */
export function createShares(perTenant: number) {
  const taken = new Map<string, number>();
  const change = (tenantId: string, by: 1 | -1) => {
    const next = (taken.get(tenantId) ?? 0) + by;
    if (next === 0) taken.delete(tenantId);
    else taken.set(tenantId, next);
  };
  const isFull = (tenantId: string) => (taken.get(tenantId) ?? 0) >= perTenant;
  return {
    take: (tenantId: string) => change(tenantId, 1),
    give: (tenantId: string) => change(tenantId, -1),
    isFull,
    full: () => [...taken.keys()].filter(isFull).sort(),
    /** So many that no tenant gets more than its share, whoever they turn out to be from. */
    spare: () =>
      perTenant - Math.max(0, ...[...taken.values()].filter((number) => number < perTenant)),
  };
}
