import * as queries from "@understudy/db/queries/releases";
import { z } from "zod";
import { decodeCursor, toPage } from "../kernel/page.ts";
import { useCase } from "../kernel/use-case.ts";
import { requireTwin } from "../twin/twins.ts";
import { compareConfigurations, readConfiguration } from "./configuration.ts";
import { ListReleasesInput, ReleaseDetail, ReleasePage, ReleaseRef } from "./contract.ts";
import { movedSince } from "./preview-release.ts";
import { readRelease } from "./read-release.ts";
import { requireRelease } from "./require-release.ts";

const Position = z.tuple([z.int()]);

/** Newest first. */
export const listReleases = useCase({
  permission: "release.read",
  input: ListReleasesInput,
  output: ReleasePage,
  run: async (ctx, { twinId, cursor, limit }) => {
    const [beforeNumber] = cursor === undefined ? [null] : decodeCursor(cursor, Position);
    const { rows, current } = await ctx.transaction(async (tx) => ({
      current: (await requireTwin(tx, twinId)).currentReleaseId,
      rows: await queries.listReleases(tx, { twinId, beforeNumber, limit: limit + 1 }),
    }));
    return toPage(rows, limit, {
      read: (row) => readRelease(row, current),
      position: (row) => [row.number],
    });
  },
});

export const getRelease = useCase({
  permission: "release.read",
  input: ReleaseRef,
  output: ReleaseDetail,
  run: (ctx, { releaseId }) =>
    ctx.transaction(async (tx) => {
      const row = await requireRelease(tx, releaseId);
      const { twinId, number: beforeNumber } = row;
      const [twin, [earlier]] = await Promise.all([
        requireTwin(tx, twinId),
        queries.listReleases(tx, { twinId, beforeNumber, limit: 1 }),
      ]);
      const configuration = readConfiguration(row.configuration);
      const before = earlier ? readConfiguration(earlier.configuration) : null;
      return {
        ...readRelease(row, twin.currentReleaseId),
        configuration,
        changes: compareConfigurations(before, configuration),
        contentMoved: await movedSince(tx, row),
      };
    }),
});
