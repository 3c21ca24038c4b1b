/** Jobs were handed to pg-boss, or fell due, or either may have happened. */
export type Arrived = "sent" | "due" | "any";

/** What may have come since the last look: without it, nothing is asked for that would only be empty. */
export function createArrivals() {
  let isDue = false;
  let mayWait = true;
  let seenBeside = "";
  return {
    isDue: () => isDue,
    /** Something may wait with pg-boss. */
    mayWait: () => mayWait,
    /** Looking past a tenant's whole backlog for others reads all of it, so it is done once per arrival. */
    wasSeenBeside(ignoreGroups: readonly string[]): boolean {
      const groups = ignoreGroups.join();
      const wasSeen = groups !== "" && groups === seenBeside;
      if (groups !== "") seenBeside = groups;
      return wasSeen;
    },
    note(arrived: Arrived) {
      seenBeside = "";
      isDue ||= arrived !== "sent";
      mayWait ||= arrived !== "due";
    },
    /** A look begins, of all tenants or not; what comes meanwhile is for the next one. */
    look({ atAll }: { atAll: boolean }) {
      const before = { isDue, mayWait };
      [isDue, mayWait] = [false, mayWait && !atAll];
      const findMore = () => {
        mayWait ||= before.mayWait;
      };
      return {
        /** It did not see the end of what waits. */
        findMore,
        fail() {
          findMore();
          isDue ||= before.isDue;
        },
      };
    },
  };
}

export type Arrivals = ReturnType<typeof createArrivals>;
