import { type Boundaries, NO_BOUNDARIES } from "./contract.ts";

/** As they are stored, whatever of them there was when they were. */
export function readBoundaries({ boundaries }: { boundaries: object }): Boundaries {
  return { ...NO_BOUNDARIES, ...boundaries };
}
