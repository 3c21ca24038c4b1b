import { type Conflict, comparePassages } from "@understudy/rag/health/compare-passages";
import { dropSeries } from "@understudy/rag/health/drop-series";
import { readStatements } from "@understudy/rag/health/read-statements";
import { createRandom, sample } from "../answer/random.ts";
import { mismatchByShingles } from "./baseline.ts";
import type { HealthCorpus } from "./corpus.ts";
import { namesOf, PLANTED_KINDS, type PlantedKind, plant } from "./plant.ts";

const PLANTED_PER_KIND = 100;
const SENTENCES_AROUND = 2;

export interface Found {
  planted: number;
  found: number;
  foundByShingles: number;
}

export interface Measured {
  byKind: Record<PlantedKind, Found>;
  /** Of real text: pairs of passages that were compared, and those in which something was found. */
  pairs: number;
  alarms: number;
  alarmsByShingles: number;
  examples: string[];
  ms: number;
}

/** What is found of planted contradictions, and found where nobody planted any. */
export function measureHealth(corpus: HealthCorpus): Measured {
  const random = createRandom(7);
  const startedMs = performance.now();
  const byKind = Object.fromEntries(
    PLANTED_KINDS.map((kind) => [kind, measurePlanted(corpus, kind, random)]),
  ) as Record<PlantedKind, Found>;
  const background = measureBackground(corpus);
  return { byKind, ...background, ms: performance.now() - startedMs };
}

function measurePlanted(corpus: HealthCorpus, kind: PlantedKind, random: () => number): Found {
  const { documents, statements, idf } = corpus;
  const names = [...new Set(documents.flatMap(({ text }) => namesOf(text)))];
  const found: Found = { planted: 0, found: 0, foundByShingles: 0 };
  for (const { id, text } of sample(documents, documents.length, random)) {
    if (found.planted === PLANTED_PER_KIND) break;
    const original = sample(statements.get(id)!, 1, random)[0];
    const planted = original && plant(original, kind, { random, names });
    if (!original || !planted) continue;
    const [host] = sample(
      documents.filter((other) => other.id !== id && other.text !== text),
      1,
      random,
    );
    const passage = [...sentencesOf(host!.text), planted].join(" ");
    const [ours] = readStatements(planted);
    if (!ours) continue;
    found.planted += 1;
    const isReached = corpus.neighboursOf(ours, host!.id).includes(id);
    const conflicts = comparePassages(readStatements(passage), statements.get(id)!, idf);
    if (isReached && conflicts.some(({ other }) => other.start === original.start))
      found.found += 1;
    if (mismatchByShingles(ours, original)) found.foundByShingles += 1;
  }
  return found;
}

const sentencesOf = (text: string) =>
  readStatements(text)
    .slice(0, SENTENCES_AROUND)
    .map((statement) => statement.text);

function measureBackground({ documents, statements, idf, neighboursOf }: HealthCorpus) {
  const pairs = new Set<string>();
  const alarms = new Map<string, string>();
  const byShingles = new Set<string>();
  for (const { id } of documents) {
    for (const statement of statements.get(id)!) {
      const near = neighboursOf(statement, id).map((otherId) => ({
        pair: [id, otherId].sort().join(" "),
        theirs: statements.get(otherId)!,
      }));
      const found = near.flatMap(({ pair, theirs }) => {
        pairs.add(pair);
        if (theirs.some((other) => mismatchByShingles(statement, other))) byShingles.add(pair);
        const [conflict] = comparePassages([statement], theirs, idf);
        return conflict ? [{ pair, conflict }] : [];
      });
      for (const { pair, conflict } of dropSeries(found)) alarms.set(pair, showConflict(conflict));
    }
  }
  return {
    pairs: pairs.size,
    alarms: alarms.size,
    alarmsByShingles: byShingles.size,
    examples: [...alarms.values()],
  };
}

function showConflict({ kind, score, one, other }: Conflict): string {
  return `${kind} ${score.toFixed(2)}\n  ${one.text}\n  ${other.text}`;
}
