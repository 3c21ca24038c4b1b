import { percentile } from "../percentile.ts";
import { makeCorpus } from "../search/make-corpus.ts";

const QUESTIONS = 100;

/** Milliseconds of the first search and of those after it; 20 between them warm up. */
export function measureSearch(search: (question: string) => unknown) {
  const corpus = makeCorpus(11);
  const clock = () => {
    const question = corpus.question();
    const startedMs = performance.now();
    search(question);
    return performance.now() - startedMs;
  };
  const firstMs = clock();
  for (let i = 0; i < 20; i++) clock();
  const tookMs = Array.from({ length: QUESTIONS }, clock);
  return { firstMs, p50Ms: percentile(tookMs, 50), p95Ms: percentile(tookMs, 95) };
}
