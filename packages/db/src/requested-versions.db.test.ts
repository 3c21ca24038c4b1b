import { expect, test } from "vitest";
import { engineOf } from "./engine/registry.ts";
import { migrate, migrateDown } from "./migrate.ts";
import { fillTables } from "./testing/fill-tables.ts";
import { openTestDatabase } from "./testing/open-test-database.ts";

const STEP = "0006_requested_versions";
const bytes = "sha256, byte_size, media_type, blob_key";

test("a version without its bytes is disguised where every version has some, and known again", async () => {
  const db = await openTestDatabase();
  const owner = <Row>(sql: string) =>
    engineOf(db).ownerTransaction(async (tx) => {
      await tx.run("select set_config('app.owner_scope', 'on', true)");
      return tx.rows<Row>(sql);
    });
  try {
    await fillTables(db);
    const nothing = bytes.replaceAll(/\w+/g, "$& = null");
    await owner(`update source_versions set stage = 'requested', ${nothing}`);
    for (let undone: string[] = []; !undone.includes(STEP); ) undone = await migrateDown(db, 1);
    expect(await owner("select stage, blob_key from source_versions")).toEqual([
      { stage: "received", blob_key: "" },
    ]);
    await migrate(db);
    expect(await owner(`select stage, ${bytes} from source_versions`)).toEqual([
      { stage: "requested", sha256: null, byte_size: null, media_type: null, blob_key: null },
    ]);
    const complete = owner("update source_versions set stage = 'parsed'");
    await expect(complete).rejects.toThrow("source_versions_bytes_check");
  } finally {
    await db.close();
  }
});
