import { readSet } from "../answer/read-set.ts";

export interface LabelledQuestion {
  text: string;
  /** What it asks for, as the set's makers say. */
  label: string;
}

const LABELLED = ["faq_banking77", "faq_covid", "faq_hint3_curekart"];
const OTHERS = ["squad2", "scifact", "cranfield", "pubmedqa", "xquad"];

interface Entry {
  id: string;
  question?: string;
  variants?: string[];
}

/** Every way to ask that has an intent, in an order that has nothing to do with it. */
export function readLabelled(folder: string): { name: string; questions: LabelledQuestion[] }[] {
  return LABELLED.map((name) => {
    const { documents, questions } = readSet(folder, name);
    const listed = (documents as Entry[]).flatMap(({ id, question = "", variants = [] }) =>
      [question, ...variants].map((text) => ({ text, label: id })),
    );
    const asked = questions.flatMap(({ text, gold: [first] }) =>
      first ? [{ text, label: first.doc }] : [],
    );
    return { name, questions: shuffle([...listed, ...asked]) };
  });
}

/** As many different questions as that, of all sets. */
export function readMany(folder: string, count: number): LabelledQuestion[] {
  const texts = [...LABELLED, ...OTHERS].flatMap((name) =>
    readSet(folder, name).questions.map(({ text }) => text),
  );
  const every = [...new Set(texts)].map((text) => ({ text, label: "" }));
  return shuffle(every).slice(0, count);
}

/** The same order each time. (Marsaglia 2003, xorshift) */
function shuffle<Item>(items: readonly Item[]): Item[] {
  const shuffled = [...items];
  let state = 0x9e3779b9;
  for (let last = shuffled.length - 1; last > 0; last--) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    const other = (state >>> 0) % (last + 1);
    [shuffled[last], shuffled[other]] = [shuffled[other]!, shuffled[last]!];
  }
  return shuffled;
}
