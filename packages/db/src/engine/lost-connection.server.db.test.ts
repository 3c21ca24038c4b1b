import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import postgres from "postgres";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "../database.ts";
import { openTestDatabase } from "../testing/open-test-database.ts";
import { urlOfTestDatabase } from "../testing/server-template.ts";

const CLOSED = { code: "CONNECTION_CLOSED" };

/** What this product needs of its driver, and has by the patch of it. */
describe("a connection that is lost", () => {
  let db: Database;
  let url: string;
  let admin: postgres.Sql;
  let client: postgres.Sql;

  beforeEach(async () => {
    db = await openTestDatabase();
    url = await urlOfTestDatabase(db);
    admin = postgres(url, { max: 1 });
    client = postgres(url, { max: 1, backoff: () => 0 });
  });
  afterEach(async () => {
    await Promise.all([client.end({ timeout: 0 }), admin.end()]);
    await db.close();
  });

  const pidOf = async (sql: postgres.ISql) => {
    const [row] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
    return row!.pid;
  };
  const cut = (pid: number) => admin`select pg_terminate_backend(${pid})`;

  test("is closed to its transaction, even when another has it since", async () => {
    const resumed = Promise.withResolvers<void>();
    const late = Promise.withResolvers<unknown>();
    const lost = client.begin(async (tx) => {
      await cut(await pidOf(tx));
      await resumed.promise;
      await tx`rollback`.catch(late.resolve);
    });
    await expect(lost).rejects.toMatchObject(CLOSED);
    const next = client.begin(async (tx) => {
      await tx`create temporary table kept (id int)`;
      resumed.resolve();
      expect(await late.promise).toMatchObject(CLOSED);
      await tx`insert into kept values (1)`;
    });
    await next;
    expect(await client`select id from kept`).toEqual([{ id: 1 }]);
  });

  test("leaves nothing of its last query to the next one", async () => {
    const pid = await pidOf(client);
    const last = client`select pg_sleep(30)`;
    const refused = expect(last).rejects.toThrow();
    await expect
      .poll(() => admin`select from pg_stat_activity where pid = ${pid} and state = 'active'`)
      .toHaveLength(1);
    await cut(pid);
    await refused;
    expect(await client`select 1 as one`).toEqual([{ one: 1 }]);
  });

  test("before it is ready refuses the query that waits for it, and ends no process", async () => {
    await using door = await openDoor(url, "typarray");
    const sql = postgres(door.url, { max: 1, backoff: () => 0 });
    await expect(sql`select 1`).rejects.toMatchObject(CLOSED);
    // As through a proxy whose server is away: it accepts, and says nothing.
    await expect(sql`select 1`).rejects.toMatchObject(CLOSED);
    await sql.end({ timeout: 0 });
  });
});

/** Lets everything through to the server until a client says `word`: from then on it cuts whoever comes. */
async function openDoor(url: string, word: string): Promise<{ url: string } & AsyncDisposable> {
  const { hostname, port } = new URL(url);
  let isShut = false;
  const door = createServer((from: Socket) => {
    if (isShut) return from.destroy();
    const server = connect(Number(port), hostname);
    const cut = () => {
      from.destroy();
      server.destroy();
    };
    for (const side of [from, server]) side.on("error", cut).on("close", cut);
    from.on("data", (part: Buffer) => {
      isShut ||= part.includes(word);
      if (isShut) cut();
      else server.write(part);
    });
    server.pipe(from);
  });
  door.listen(0, "127.0.0.1");
  await once(door, "listening");
  const through = new URL(url);
  through.host = `127.0.0.1:${(door.address() as AddressInfo).port}`;
  return {
    url: through.href,
    async [Symbol.asyncDispose]() {
      door.close();
      await once(door, "close");
    },
  };
}
