import { ClusterSums, type Likeness } from "./cluster-sums.ts";
import type { Located } from "./question-space.ts";

interface Placed {
  located: readonly Located[];
  /** Of each question: the cluster that it is in and stays in; null: it looks for one. */
  clusterIds: readonly (string | null)[];
  /** The mean likeness of two members from which on being together is worth it. */
  leastAlike: number;
}

/** Which question is in which cluster, and the moves that better it. */
export class Grouping {
  /** Those that look for a cluster, in their order. */
  readonly fresh: readonly number[];
  readonly #located: readonly Located[];
  readonly #leastAlike: number;
  readonly #sums = new ClusterSums();
  /** Of each question: its cluster; -1: none yet. */
  readonly #clusterOf: Int32Array;
  /** Of each cluster: what it was called; null: it is new. */
  readonly #ids: (string | null)[] = [];
  readonly #merged = new Map<number, string[]>();

  constructor({ located, clusterIds, leastAlike }: Placed) {
    this.#located = located;
    this.#leastAlike = leastAlike;
    this.#clusterOf = new Int32Array(located.length).fill(-1);
    this.fresh = [...clusterIds.keys()].filter((at) => clusterIds[at] === null);
    const numbers = new Map<string, number>();
    for (const [at, id] of clusterIds.entries()) {
      if (id === null) continue;
      const cluster = numbers.get(id) ?? this.#open(id);
      numbers.set(id, cluster);
      this.#put(at, cluster);
    }
  }

  /** To where it adds most, or into a cluster of its own. False when it is there already. */
  move(at: number): boolean {
    const located = this.#located[at]!;
    const before = this.#clusterOf[at]!;
    if (before >= 0) this.#sums.remove(before, located);
    const isLeft = before >= 0 && this.#sums.sizes[before] === 0;
    const best = this.#bestFor(this.#sums.likenessTo(located), { count: 1, preferred: before });
    if (best >= 0) this.#put(at, best);
    else this.#put(at, isLeft ? before : this.#open(null));
    return this.#clusterOf[at] !== before;
  }

  /** Joins whole clusters where that is better, small ones first; those that are kept stay apart. Gives how many went. */
  merge(kept: ReadonlySet<string>): number {
    const members = this.members();
    const isKept = (cluster: number) => kept.has(this.#ids[cluster] ?? "");
    const sizeOf = (cluster: number) => members.get(cluster)!.length;
    const open = [...members.keys()].filter((cluster) => !isKept(cluster));
    let merged = 0;
    for (const cluster of open.sort((one, other) => sizeOf(one) - sizeOf(other))) {
      const own = members.get(cluster)!;
      const likeness = this.#likenessOf(own);
      likeness.found = likeness.found.filter((other) => other !== cluster && !isKept(other));
      const best = this.#bestFor(likeness, { count: own.length, preferred: -1 });
      if (best < 0) continue;
      this.#pour(cluster, best, own);
      members.set(best, [...members.get(best)!, ...own]);
      merged += 1;
    }
    return merged;
  }

  /** The questions of each cluster that has any. */
  members(): Map<number, number[]> {
    return Map.groupBy(this.#clusterOf.keys(), (at) => this.#clusterOf[at]!);
  }

  idOf(cluster: number): string | null {
    return this.#ids[cluster]!;
  }

  mergedInto(cluster: number): string[] {
    return this.#merged.get(cluster) ?? [];
  }

  /** The one that is most like all of them, the first of equals. */
  typicalOf(cluster: number, members: readonly number[]): number {
    const likeness = members.map(
      (at) => this.#sums.likenessTo(this.#located[at]!).of[cluster] ?? 0,
    );
    return members[likeness.indexOf(Math.max(...likeness))]!;
  }

  #open(id: string | null): number {
    this.#ids.push(id);
    return this.#sums.open();
  }

  #put(at: number, cluster: number): void {
    this.#clusterOf[at] = cluster;
    this.#sums.add(cluster, this.#located[at]!);
  }

  /** Where so many questions of this summed likeness gain most; -1 where alone is better. */
  #bestFor(
    { of, found }: Likeness,
    { count, preferred }: { count: number; preferred: number },
  ): number {
    let [best, most] = [-1, 0];
    for (const cluster of found) {
      const size = this.#sums.sizes[cluster]!;
      const gain = of[cluster]! - this.#leastAlike * count * size;
      const isBetter = cluster === preferred ? gain >= most - ROUNDING : gain > most + ROUNDING;
      if (size > 0 && gain > 0 && isBetter) [best, most] = [cluster, gain];
    }
    return best;
  }

  #likenessOf(members: readonly number[]): Likeness {
    const of = new Float64Array(this.#sums.sizes.length);
    const found = new Set<number>();
    for (const at of members) {
      const one = this.#sums.likenessTo(this.#located[at]!);
      for (const cluster of one.found) {
        of[cluster]! += one.of[cluster]!;
        found.add(cluster);
      }
    }
    return { of, found: [...found] };
  }

  /** Of two that had a name the one that is joined keeps its own; a new one takes that of the other. */
  #pour(from: number, into: number, members: readonly number[]): void {
    for (const at of members) {
      this.#sums.remove(from, this.#located[at]!);
      this.#put(at, into);
    }
    const id = this.#ids[from]!;
    const gone = id !== null && this.#ids[into] !== null ? [id] : [];
    this.#ids[into] ??= id;
    this.#merged.set(into, [...this.mergedInto(into), ...this.mergedInto(from), ...gone]);
  }
}

const ROUNDING = 1e-9;
