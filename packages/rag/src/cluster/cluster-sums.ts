import type { Located } from "./question-space.ts";
import { SparseSums } from "./sparse-sums.ts";

/** How much of the likeness is what a model says, where both have a vector. */
const DENSE_SHARE = 0.5;

/** The likeness to each cluster, summed over its members; `found` are those that share anything. */
export interface Likeness {
  of: Float64Array;
  found: number[];
}

/** The summed vectors of clusters: how like all members together a question is, in one look at its features. */
export class ClusterSums {
  readonly sizes: number[] = [];
  readonly #byKey: SparseSums[] = [];
  readonly #dense: (Float64Array | null)[] = [];
  readonly #likeness: Likeness = { of: new Float64Array(64), found: [] };

  open(): number {
    this.#dense.push(null);
    return this.sizes.push(0) - 1;
  }

  add(cluster: number, { vector: { keys, weights }, dense }: Located): void {
    this.sizes[cluster]! += 1;
    for (let i = 0; i < keys.length; i++) {
      this.#byKey[keys[i]!] ??= new SparseSums();
      this.#byKey[keys[i]!]!.add(cluster, weights[i]!);
    }
    if (dense) this.#changeDense(cluster, dense, 1);
  }

  remove(cluster: number, { vector: { keys, weights }, dense }: Located): void {
    this.sizes[cluster]! -= 1;
    for (let i = 0; i < keys.length; i++) this.#byKey[keys[i]!]!.subtract(cluster, weights[i]!);
    if (dense) this.#changeDense(cluster, dense, -1);
  }

  /** Valid until the next call. */
  likenessTo({ vector: { keys, weights }, dense }: Located): Likeness {
    const { of, found } = this.#cleared();
    for (let i = 0; i < keys.length; i++) {
      const held = this.#byKey[keys[i]!];
      if (!held) continue;
      const { clusters, sums } = held;
      const weight = weights[i]!;
      for (let at = 0; at < clusters.length; at++) {
        const cluster = clusters[at]!;
        if (of[cluster] === 0) found.push(cluster);
        of[cluster]! += sums[at]! * weight;
      }
    }
    if (dense) this.#addDense(dense);
    return this.#likeness;
  }

  #changeDense(cluster: number, dense: Float32Array, sign: 1 | -1): void {
    this.#dense[cluster] ??= new Float64Array(dense.length);
    const sums = this.#dense[cluster];
    for (let i = 0; i < dense.length; i++) sums[i]! += sign * dense[i]!;
  }

  #addDense(dense: Float32Array): void {
    const { of, found } = this.#likeness;
    for (const [cluster, sums] of this.#dense.entries()) {
      if (!sums || this.sizes[cluster] === 0) continue;
      if (of[cluster] === 0) found.push(cluster);
      let alike = 0;
      for (let i = 0; i < dense.length; i++) alike += dense[i]! * sums[i]!;
      of[cluster] = (1 - DENSE_SHARE) * of[cluster]! + DENSE_SHARE * alike;
    }
  }

  #cleared(): Likeness {
    const likeness = this.#likeness;
    for (const cluster of likeness.found) likeness.of[cluster] = 0;
    likeness.found.length = 0;
    if (likeness.of.length < this.sizes.length) {
      likeness.of = new Float64Array(2 * this.sizes.length);
    }
    return likeness;
  }
}
