import { expect, test } from "vitest";
import { createEmbeddedTestDatabase } from "../testing/embedded-template.ts";
import { fillTables } from "../testing/fill-tables.ts";
import { createServerTestDatabase } from "../testing/server-template.ts";
import type { BackupLine } from "./backup-line.ts";
import { dumpRows } from "./dump-rows.ts";
import { loadRows } from "./load-rows.ts";

test("what one engine wrote the other restores, and gives back as it was", async () => {
  const embedded = await createEmbeddedTestDatabase();
  const server = await createServerTestDatabase();
  await fillTables(embedded);
  const lines: BackupLine[] = [];
  await dumpRows(embedded, async (line) => void lines.push(line));
  await loadRows(server, each(lines));
  const again: BackupLine[] = [];
  await dumpRows(server, async (line) => void again.push(line));
  expect(withoutHandingOut(again)).toEqual(withoutHandingOut(lines));
  await Promise.all([embedded.close(), server.close()]);
});

async function* each<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}

/** A job that was handed out is handed out again. */
function withoutHandingOut(lines: readonly BackupLine[]): BackupLine[] {
  let at = -1;
  return lines.map((line) => {
    if (line.what === "table") {
      at = line.table === "jobs" ? line.columns.indexOf("dispatched_at") : -1;
    }
    if (line.what !== "rows" || at < 0) return line;
    return { ...line, rows: line.rows.map((row) => row.with(at, null)) };
  });
}
