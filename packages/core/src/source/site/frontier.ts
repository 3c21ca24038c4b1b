/** An address that is to be looked at, and how many links it is from the first page. */
export interface Found {
  address: string;
  depth: number;
}

export interface Frontier {
  /** Nothing where the address is known already. */
  add(found: Found): void;
  /** Found, and not to be looked at; what is looked at for another reason stays so. */
  decline(address: string, reason: string): void;
  /** The first of those found nearest to the first page. */
  next(): Found | undefined;
  /** It came up as what another address leads to: it is not looked at again. */
  settle(address: string): void;
  knows(address: string): boolean;
  /** All that was declined, and why. */
  declined(): ReadonlyMap<string, string>;
  /** Every address that was found. */
  readonly size: number;
}

/** Breadth first; remembers so many addresses and no more, however many a site makes up. */
export function createFrontier(maxFound: number): Frontier {
  const queue: Found[] = [];
  const looked = new Set<string>();
  const declined = new Map<string, string>();
  let head = 0;
  const size = () => looked.size + declined.size;
  return {
    add(found) {
      if (looked.has(found.address)) return;
      if (!declined.delete(found.address) && size() >= maxFound) return;
      looked.add(found.address);
      queue.push(found);
    },
    decline(address, reason) {
      if (looked.has(address) || declined.has(address) || size() >= maxFound) return;
      declined.set(address, reason);
    },
    next: () => queue[head++],
    settle: (address) => void looked.add(address),
    knows: (address) => looked.has(address),
    declined: () => declined,
    get size() {
      return size();
    },
  };
}
