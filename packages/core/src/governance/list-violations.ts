import {
  countViolations,
  listViolations,
  type ViolationRow,
} from "@understudy/db/queries/governance";
import { listTwinNames } from "@understudy/db/queries/twins";
import { z } from "zod";
import { decodeCursor, toPage } from "../kernel/page.ts";
import { useCase } from "../kernel/use-case.ts";
import { requireTwin } from "../twin/twins.ts";
import { ListViolationsInput, ViolationPage } from "./contract.ts";

const COUNTED_DAYS = 30;
const Position = z.tuple([z.iso.datetime(), z.uuid()]);

/** What rules hid, refused, withheld and forbade, the latest first, and how often of late. */
export const listGovernanceViolations = useCase({
  permission: "governance.read",
  input: ListViolationsInput,
  output: ViolationPage,
  run: (ctx, { cursor, limit, ...filter }) =>
    ctx.transaction(async (tx) => {
      const after = cursor === undefined ? null : decodeCursor(cursor, Position);
      if (filter.twinId !== undefined) await requireTwin(tx, filter.twinId);
      const [rows, counts, twins] = await Promise.all([
        listViolations(tx, { ...filter, after, limit: limit + 1 }),
        countViolations(tx, { twinId: filter.twinId, days: COUNTED_DAYS }),
        listTwinNames(tx),
      ]);
      const names = new Map(twins.map(({ id, name }) => [id, name]));
      const position = (row: ViolationRow) => [row.createdAt.toISOString(), row.id];
      const read = ({ createdAt, ...row }: ViolationRow) => ({
        ...row,
        twinName: names.get(row.twinId) ?? "",
        createdAt: createdAt.toISOString(),
      });
      return { ...toPage(rows, limit, { read, position }), counts };
    }),
});
