import { readFeatures } from "./read-features.ts";

/** Of length 1; the keys are numbers that the space gave. */
export interface QuestionVector {
  keys: Uint32Array;
  weights: Float32Array;
}

export interface Located {
  vector: QuestionVector;
  /** What a model makes of it, on its own length 1; null without one. */
  dense: Float32Array | null;
}

/** As if so many other things had been asked as well: in a small inbox its few words are not common. */
const UNSEEN = 20;
/** Among many, what so many hold tells next to nothing apart, and costs most to look at. */
const COMMON_SHARE = 0.1;
const MANY = 1_000;

/** Places questions by what they share, a feature weighing as much as it tells apart among them. */
export function locateQuestions(
  questions: readonly { text: string; vector?: Float32Array | null }[],
): Located[] {
  const numbers = new Map<string, number>();
  const counts: number[] = [];
  const read = questions.map(({ text }) => {
    const features = [...readFeatures(text)].map(([name, weight]) => {
      const key = numbers.get(name) ?? numbers.size;
      numbers.set(name, key);
      counts[key] = (counts[key] ?? 0) + 1;
      return [key, weight] as const;
    });
    return features;
  });
  const total = questions.length;
  const most = total > MANY ? total * COMMON_SHARE : total;
  const idf = counts.map((count) => (count > most ? 0 : Math.log(1 + (total + UNSEEN) / count)));
  const dense = centre(questions.map(({ vector }) => vector ?? null));
  return read.map((features, at) => {
    const told = features.filter(([key]) => idf[key]! > 0);
    return {
      vector: {
        keys: Uint32Array.from(told, ([key]) => key),
        weights: toLength1(Float32Array.from(told, ([key, weight]) => weight * idf[key]!)),
      },
      dense: dense[at]!,
    };
  });
}

/** Vectors of one model all point somewhat the same way; what they share tells nothing apart. */
function centre(vectors: readonly (Float32Array | null)[]): (Float32Array | null)[] {
  const present = vectors.filter((vector) => vector !== null);
  const [first] = present;
  if (!first || present.some(({ length }) => length !== first.length))
    return vectors.map(() => null);
  const mean = new Float32Array(first.length);
  for (const vector of present) {
    for (let i = 0; i < mean.length; i++) mean[i]! += vector[i]! / present.length;
  }
  return vectors.map((vector) => vector && toLength1(vector.map((value, i) => value - mean[i]!)));
}

function toLength1(values: Float32Array): Float32Array {
  const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
  return length === 0 ? values : values.map((value) => value / length);
}
