/** Sums by cluster, of the clusters that have any: quick to walk, as that is done for every feature of every question. */
export class SparseSums {
  readonly clusters: number[] = [];
  readonly sums: number[] = [];
  readonly #places = new Map<number, number>();

  add(cluster: number, value: number): void {
    const place = this.#places.get(cluster);
    if (place !== undefined) this.sums[place]! += value;
    else {
      this.#places.set(cluster, this.clusters.push(cluster) - 1);
      this.sums.push(value);
    }
  }

  /** What is left of a sum that rounding alone keeps from nothing goes as well. */
  subtract(cluster: number, value: number): void {
    const place = this.#places.get(cluster)!;
    this.sums[place]! -= value;
    if (this.sums[place]! < 1e-6) this.#drop(cluster, place);
  }

  /** The last one takes its place. */
  #drop(cluster: number, place: number): void {
    const [last, sum] = [this.clusters.pop()!, this.sums.pop()!];
    this.#places.delete(cluster);
    if (last === cluster) return;
    this.clusters[place] = last;
    this.sums[place] = sum;
    this.#places.set(last, place);
  }
}
