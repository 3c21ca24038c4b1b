import { stemWord } from "../text/stem-word.ts";

export interface TopicQuestion {
  /** The words that carry it, folded. */
  terms: readonly string[];
}

export interface NamedTopic {
  name: string;
  /** Whatever has one of these is of the topic. */
  words: string[];
  /** Its questions by their place, the most telling first. */
  members: number[];
}

/** Of the questions that have a word, the share that has to be of the topic. */
const LEAST_PRECISE = 0.6;
const MOST_STEMS = 6;
const NAME_STEMS = 3;
const NO_SPACES = /[\u3040-\u30ff\u3400-\u9fff]/;

interface Vocabulary {
  /** Of each stem: the questions that have it, and how it is written, the most frequent first. */
  places: Map<string, Set<number>>;
  forms: Map<string, Map<string, number>>;
}

/**
 * The words that tell each group of questions from the others: few, that most of the group have and hardly
 * any other question has. A word tells of one topic only, of the largest that it is telling for.
 */
export function nameTopics(
  questions: readonly TopicQuestion[],
  groups: readonly (readonly number[])[],
  { limit }: { limit: number },
): NamedTopic[] {
  const vocabulary = readVocabulary(questions);
  const taken = new Set<string>();
  const topics: NamedTopic[] = [];
  for (const group of [...groups].sort((a, b) => b.length - a.length)) {
    if (topics.length === limit || group.length < 2) break;
    const stems = tellingStems(group, vocabulary, taken);
    if (stems.length === 0) continue;
    for (const stem of stems) taken.add(stem);
    topics.push(toTopic(stems, vocabulary));
  }
  return topics.sort((a, b) => b.members.length - a.members.length);
}

function readVocabulary(questions: readonly TopicQuestion[]): Vocabulary {
  const places: Vocabulary["places"] = new Map();
  const forms: Vocabulary["forms"] = new Map();
  for (const [at, { terms }] of questions.entries()) {
    for (const term of terms) {
      const stem = stemWord(term);
      const written = forms.get(stem) ?? new Map<string, number>();
      forms.set(stem, written.set(term, (written.get(term) ?? 0) + 1));
      places.set(stem, (places.get(stem) ?? new Set()).add(at));
    }
  }
  return { places, forms };
}

function tellingStems(
  group: readonly number[],
  { places }: Vocabulary,
  taken: ReadonlySet<string>,
): string[] {
  const members = new Set(group);
  const candidates = [...places]
    .filter(([stem]) => !taken.has(stem))
    .map(([stem, at]) => ({ stem, inside: [...at].filter((each) => members.has(each)), at }))
    .filter(({ inside, at }) => inside.length >= 2 && inside.length / at.size >= LEAST_PRECISE)
    .sort((a, b) => b.inside.length - a.inside.length || (a.stem < b.stem ? -1 : 1));
  const stems: string[] = [];
  const covered = new Set<number>();
  for (const { stem, inside } of candidates) {
    const adds = inside.filter((at) => !covered.has(at));
    if (adds.length < Math.max(1, group.length * 0.05)) continue;
    for (const at of adds) covered.add(at);
    if (stems.push(stem) === MOST_STEMS) break;
  }
  return stems;
}

function toTopic(stems: readonly string[], { places, forms }: Vocabulary): NamedTopic {
  const found = new Map<number, number>();
  for (const stem of stems)
    for (const at of places.get(stem)!) found.set(at, (found.get(at) ?? 0) + 1);
  const members = [...found].sort(([a, most], [b, more]) => more - most || a - b);
  const words = stems.flatMap((stem) => [...forms.get(stem)!.keys()]);
  return { name: nameOf(stems, forms), words, members: members.map(([at]) => at) };
}

function nameOf(stems: readonly string[], forms: Vocabulary["forms"]): string {
  const written = stems.slice(0, NAME_STEMS).map((stem) => mostFrequent(forms.get(stem)!));
  if (written.some((word) => NO_SPACES.test(word))) return written.join(" ");
  const [first = "", ...others] = written;
  return [first.charAt(0).toUpperCase() + first.slice(1), ...others].join(", ");
}

function mostFrequent(written: ReadonlyMap<string, number>): string {
  return [...written].reduce((best, each) => (each[1] > best[1] ? each : best))[0];
}
