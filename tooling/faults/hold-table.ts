import postgres from "postgres";

/** While it is held nobody writes to the table: whoever wants to stands still there. */
export async function holdTable(url: string, table: string): Promise<AsyncDisposable> {
  const client = postgres(url, { max: 1 });
  const held = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  const holding = client.begin(async (sql) => {
    await sql`lock table ${sql(table)} in share row exclusive mode`;
    held.resolve();
    await released.promise;
  });
  holding.catch(held.reject);
  await held.promise;
  return {
    async [Symbol.asyncDispose]() {
      released.resolve();
      await holding;
      await client.end();
    },
  };
}
