import { type Located, locateQuestions } from "@understudy/rag/cluster/question-space";
import { createRandom } from "../answer/random.ts";
import type { LabelledQuestion } from "./read-labelled.ts";

const STARTS = 3;
const ROUNDS = 20;

type Centres = Map<number, Float64Array>;

/** Spherical k-means on the same vectors, the best of a few starts. (Dhillon and Modha 2001) */
export function groupByKMeans(questions: readonly LabelledQuestion[], k: number): string[] {
  const located = locateQuestions(questions);
  const random = createRandom(1);
  const tries = Array.from({ length: STARTS }, () => tryOnce(located, k, random));
  const best = tries.reduce((one, other) => (other.likeness > one.likeness ? other : one));
  return [...best.clusterOf].map(String);
}

function tryOnce(located: readonly Located[], k: number, random: () => number) {
  const clusterOf = new Int32Array(located.length).fill(-1);
  for (let cluster = 0; cluster < k; cluster++) {
    clusterOf[Math.floor(random() * located.length)] = cluster;
  }
  let likeness = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const centres = centresOf(located, clusterOf, k);
    let moved = 0;
    likeness = 0;
    for (const [at, one] of located.entries()) {
      const nearest = nearestTo(one, centres, k);
      likeness += nearest.likeness;
      if (clusterOf[at] === nearest.cluster) continue;
      clusterOf[at] = nearest.cluster;
      moved += 1;
    }
    if (moved === 0) break;
  }
  return { clusterOf, likeness };
}

function centresOf(located: readonly Located[], clusterOf: Int32Array, k: number): Centres {
  const centres: Centres = new Map();
  const squares = new Float64Array(k);
  for (const [at, { vector }] of located.entries()) {
    const cluster = clusterOf[at]!;
    if (cluster < 0) continue;
    for (const [i, key] of vector.keys.entries()) {
      const weights = centres.get(key) ?? new Float64Array(k);
      centres.set(key, weights);
      weights[cluster]! += vector.weights[i]!;
    }
  }
  for (const weights of centres.values())
    for (const [c, w] of weights.entries()) squares[c]! += w * w;
  for (const weights of centres.values()) {
    for (let c = 0; c < k; c++) if (squares[c]! > 0) weights[c]! /= Math.sqrt(squares[c]!);
  }
  return centres;
}

function nearestTo({ vector }: Located, centres: Centres, k: number) {
  const likeness = new Float64Array(k);
  for (const [i, key] of vector.keys.entries()) {
    const weights = centres.get(key);
    if (weights) for (let c = 0; c < k; c++) likeness[c]! += weights[c]! * vector.weights[i]!;
  }
  let cluster = 0;
  for (let c = 1; c < k; c++) if (likeness[c]! > likeness[cluster]!) cluster = c;
  return { cluster, likeness: likeness[cluster]! };
}
