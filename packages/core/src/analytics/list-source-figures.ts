import { listFigures } from "@understudy/db/queries/figures";
import { listSourceNames, listUncited } from "@understudy/db/queries/source-use";
import { useCase } from "../kernel/use-case.ts";
import { type Earlier, type Figures, Sources, SourcesInput } from "./contract.ts";
import { openSlice } from "./open-slice.ts";
import { readCompared } from "./read-figures.ts";

const UNUSED_SHOWN = 10;

/** How often answers cite each source, and how often such an answer was wanting; the most cited first. */
export const listSourceFigures = useCase({
  permission: "conversation.read",
  input: SourcesInput,
  output: Sources,
  run: (ctx, { limit, ...input }) =>
    ctx.transaction(async (tx) => {
      const { head, slice } = await openSlice(tx, input);
      const bySource = Map.groupBy(await listFigures(tx, slice, "source"), ({ key }) => key!);
      const told = [...bySource].map(([sourceId, rows]) => ({
        sourceId,
        ...readCompared(rows, head.before !== null),
      }));
      const cited = told.filter(({ current }) => usesOf(current) + blameOf(current) > 0);
      const shown = cited.sort((a, b) => usesOf(b.current) - usesOf(a.current)).slice(0, limit);
      const ids = shown.map(({ sourceId }) => sourceId);
      const names = new Map(
        (await listSourceNames(tx, ids)).map((name) => [name.sourceId, name] as const),
      );
      const unused = await listUncited(tx, {
        twinId: head.twinId,
        cited: cited.map(({ sourceId }) => sourceId),
        limit: UNUSED_SHOWN,
      });
      return {
        ...head,
        sources: shown.map(({ sourceId, current, previous }) => ({
          sourceId,
          title: names.get(sourceId)?.title ?? null,
          kind: names.get(sourceId)?.kind ?? null,
          used: current.answers,
          blame: {
            down: current.feedback.down,
            partlySupported: current.partlySupported,
            corrected: current.corrected,
          },
          previous: previous && { used: previous.answers, blamed: blamedIn(previous) },
        })),
        unused,
      };
    }),
});

const blamedIn = ({ feedback, partlySupported, corrected }: Earlier) =>
  feedback.down + partlySupported + corrected;
const usesOf = ({ answers }: Figures) => answers.count;
const blameOf = ({ feedback, partlySupported, corrected }: Figures) =>
  feedback.down.count + partlySupported.count + corrected.count;
