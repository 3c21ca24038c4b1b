import { type AskedLately, listAskedLately } from "@understudy/db/queries/asked-lately";
import { type FiguresRow, listFigures } from "@understudy/db/queries/figures";
import { clusterQuestions } from "@understudy/rag/cluster/cluster-questions";
import { nameTopics } from "@understudy/rag/topic/name-topics";
import { useCase } from "../kernel/use-case.ts";
import { Topics, TopicsInput } from "./contract.ts";
import { openSlice } from "./open-slice.ts";
import { readCompared } from "./read-figures.ts";

/** What topics are seen in; counted are all questions. */
const SAMPLED = 1_000;
/** A topic is wider than questions that ask the same. */
const LEAST_ALIKE = 0.06;
const EXAMPLES = 3;
const EXAMPLE_CHARACTERS = 200;

/** What was asked about, the most asked first; a question that speaks of two topics counts under both. */
export const listTopics = useCase({
  permission: "conversation.read",
  input: TopicsInput,
  output: Topics,
  run: async (ctx, { limit, ...input }) => {
    const { head, slice, asked } = await ctx.transaction(async (tx) => {
      const opened = await openSlice(tx, input);
      return { ...opened, asked: await listAskedLately(tx, opened.slice, { limit: SAMPLED }) };
    });
    const named = nameTopics(asked, await groupByMeaning(asked), { limit });
    const words = named.map((topic) => topic.words);
    const rows: FiguresRow[] =
      named.length === 0
        ? []
        : await ctx.transaction((tx) => listFigures(tx, slice, { topics: words }));
    const byTopic = Map.groupBy(rows, ({ key }) => Number(key) - 1);
    const topics = named.map(({ name, members }, at) => ({
      name,
      words: words[at]!,
      examples: [...new Set(members.map((member) => asked[member]!.text))]
        .slice(0, EXAMPLES)
        .map((text) => text.slice(0, EXAMPLE_CHARACTERS)),
      ...readCompared(byTopic.get(at) ?? [], head.before !== null),
    }));
    return {
      ...head,
      sampled: asked.length,
      topics: topics.sort((a, b) => b.current.questions - a.current.questions),
    };
  },
});

async function groupByMeaning(asked: readonly AskedLately[]): Promise<number[][]> {
  const questions = asked.map(({ text }, at) => ({ id: String(at), text, clusterId: null }));
  const clusters = await clusterQuestions(questions, { leastAlike: LEAST_ALIKE });
  return clusters.map(({ memberIds }) => memberIds.map(Number));
}
