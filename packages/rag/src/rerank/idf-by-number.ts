import type { TermNumbers } from "./term-numbers.ts";

export type NumberIdf = (number: number) => number;
type TermIdf = (term: string) => number;

const whole = new WeakMap<TermIdf, { numbers: TermNumbers; values: Float64Array }>();

/** The idf of terms by their numbers; remembered for as long as the same measure is asked. */
export function idfByNumber(numbers: TermNumbers, termIdf: TermIdf): NumberIdf {
  const { size } = numbers;
  const before = whole.get(termIdf);
  let values = before?.numbers === numbers ? before.values : new Float64Array();
  if (values.length < size) {
    const larger = new Float64Array(Math.ceil(size * 1.5)).fill(Number.NaN);
    larger.set(values);
    values = larger;
    whole.set(termIdf, { numbers, values });
  }
  return (number) => {
    const known = values[number]!;
    if (!Number.isNaN(known)) return known;
    const measured = termIdf(numbers.term(number));
    values[number] = measured;
    return measured;
  };
}
