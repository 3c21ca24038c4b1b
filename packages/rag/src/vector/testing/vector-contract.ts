import { expect, it, vi } from "vitest";
import type { PlacedVector, VectorIndex } from "../vector-index.ts";

export const DIMENSIONS = 3;
const call = { signal: new AbortController().signal, correlationId: "c-1" };

export interface ContractWorld {
  index: VectorIndex;
  /** Two twins that must not see each other, and segments that may lie in them. */
  namespaces: [string, string];
  segments: [string, string];
}

/** What every vector index has to hold to. */
export function itHoldsVectors(open: () => Promise<ContractWorld>): void {
  it("finds at once what was put there, nearest first, in its namespace alone", async () => {
    const { index, namespaces, segments } = await open();
    const [one, other] = namespaces;
    const [first, second] = segments;
    await index.upsert(one, [at(first, 0, [1, 0, 0]), at(first, 1, [0, 1, 0])], call);
    await index.upsert(one, [at(second, 0, [0.6, 0.8, 0])], call);
    const hits = await index.search(one, { vector: unit([1, 0.1, 0]), limit: 2 }, call);
    expect(hits).toMatchObject([
      { segmentId: first, ordinal: 0 },
      { segmentId: second, ordinal: 0 },
    ]);
    expect(hits[0]!.similarity).toBeGreaterThan(0.99);
    expect(await index.search(other, { vector: unit([1, 0, 0]), limit: 2 }, call)).toEqual([]);
    await clear(index, namespaces);
  });

  it("writes anew what is there already", async () => {
    const { index, namespaces, segments } = await open();
    const [one] = namespaces;
    await index.upsert(one, [at(segments[0], 0, [1, 0, 0])], call);
    await index.upsert(one, [at(segments[0], 0, [0, 0, 1])], call);
    await vi.waitFor(async () => {
      const hits = await index.search(one, { vector: unit([0, 0, 1]), limit: 5 }, call);
      expect(hits).toHaveLength(1);
      expect(hits[0]!.similarity).toBeGreaterThan(0.99);
    });
    await clear(index, namespaces);
  });

  it("lists what is there both ways, over many pages, and removes a segment whole", async () => {
    const { index, namespaces, segments } = await open();
    const [one, other] = namespaces;
    const [first, second] = segments;
    const many = Array.from({ length: 230 }, (_, i) => at(first, i, [1, i, 0]));
    await index.upsert(one, [...many, at(second, 0, [1, 1, 1])], call);
    expect((await index.listOrdinals(one, first, call)).sort((a, b) => a - b)).toEqual([
      ...many.keys(),
    ]);
    expect((await index.listSegments(one, call)).sort()).toEqual([...segments].sort());
    await index.removeSegment(one, first, call);
    await vi.waitFor(async () => {
      expect(await index.listOrdinals(one, first, call)).toEqual([]);
      const hits = await index.search(one, { vector: unit([1, 1, 0]), limit: 10 }, call);
      expect(hits.map(({ segmentId }) => segmentId)).toEqual([second]);
    });
    await index.removeSegment(one, first, call);
    await index.removeSegment(other, first, call);
    await index.removeNamespace(one, call);
    await vi.waitFor(async () => expect(await index.listSegments(one, call)).toEqual([]));
    await index.removeNamespace(one, call);
    await index.removeNamespace(other, call);
  });

  itHoldsToItsSize(open);
}

function itHoldsToItsSize(open: () => Promise<ContractWorld>): void {
  it("refuses vectors of another size, and keeps none of them", async () => {
    const { index, namespaces, segments } = await open();
    const misfit = { segmentId: segments[0], ordinal: 0, values: Float32Array.of(1, 0) };
    await expect(index.upsert(namespaces[0], [misfit], call)).rejects.toThrow();
    expect(await index.listSegments(namespaces[0], call)).toEqual([]);
  });
}

async function clear(index: VectorIndex, namespaces: readonly string[]): Promise<void> {
  for (const namespace of namespaces) await index.removeNamespace(namespace, call);
  await vi.waitFor(async () => {
    for (const namespace of namespaces) {
      expect(await index.listSegments(namespace, call)).toEqual([]);
    }
  });
}

export function at(segmentId: string, ordinal: number, values: number[]): PlacedVector {
  return { segmentId, ordinal, values: unit(values) };
}

export function unit(values: readonly number[]): Float32Array {
  const length = Math.hypot(...values);
  return Float32Array.from(values, (value) => value / length);
}
