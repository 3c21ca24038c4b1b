import type { CallOptions } from "../chat/chat-model.ts";
import type { DenseHit } from "../retrieve/candidate.ts";

/** The vector of one passage: the `ordinal`th of its segment. */
export interface PlacedVector {
  segmentId: string;
  ordinal: number;
  /** Of length 1; as many numbers as the index has dimensions. */
  values: Float32Array;
}

/**
 * The vectors of one embedding model in namespaces that never see each other, one for each twin. What
 * it holds is derived: Postgres says what is live, so a hit may be of something that is gone. Every
 * method throws a ModelFailure when the store fails, or the signal's reason when the caller leaves.
 */
export interface VectorIndex {
  /** Writes anew what is there already. All of it can be found when this resolves. */
  upsert(namespace: string, vectors: readonly PlacedVector[], call: CallOptions): Promise<void>;
  /** The nearest by cosine, best first, at most `limit`; none in a namespace that nothing was put into. */
  search(
    namespace: string,
    query: { vector: Float32Array; limit: number },
    call: CallOptions,
  ): Promise<DenseHit[]>;
  /** The ordinals that are there of a segment. */
  listOrdinals(namespace: string, segmentId: string, call: CallOptions): Promise<number[]>;
  /** Every segment of which something is there. */
  listSegments(namespace: string, call: CallOptions): Promise<string[]>;
  /** What is not there is no fault. */
  removeSegment(namespace: string, segmentId: string, call: CallOptions): Promise<void>;
  removeNamespace(namespace: string, call: CallOptions): Promise<void>;
}
