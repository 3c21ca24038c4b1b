import { type PGlite, type Transaction, types } from "@electric-sql/pglite";
import { fromPglite } from "pg-boss";

const ARRAYS = { timestamp: 1115, timestamptz: 1185, date: 1182, interval: 1187, numeric: 1231 };
const TEXT = [
  types.TIMESTAMP,
  types.TIMESTAMPTZ,
  types.DATE,
  types.INTERVAL,
  ...Object.values(ARRAYS),
];
const asDate = (text: string) => new Date(text);
const DATES = { [types.TIMESTAMP]: asDate, [types.TIMESTAMPTZ]: asDate, [types.DATE]: asDate };

/**
 * What Drizzle asks of PGlite with each query: times as text. Told once, it is not asked for again: for a
 * query that brings parsers, PGlite copies its hundreds of them, which takes longer than the query.
 */
export function readTimesAsText(pglite: PGlite): PGlite {
  for (const type of TEXT) pglite.parsers[type] = (text) => text;
  const client = {
    ...withoutParsers(pglite),
    transaction: <T>(work: (tx: Transaction) => Promise<T>) =>
      pglite.transaction((tx) => work(withoutParsers(tx) as Transaction)),
  };
  return client as unknown as PGlite;
}

function withoutParsers(client: Pick<Transaction, "query">): Pick<Transaction, "query"> {
  return {
    query: (text, values, { parsers: _, ...options } = {}) => client.query(text, values, options),
  };
}

/** The queue reads times as dates. */
export function queueOf(pglite: PGlite) {
  return fromPglite({
    query: (text, values) => pglite.query(text, values, { parsers: DATES }),
    exec: (text) => pglite.exec(text, { parsers: DATES }),
    listen: (channel, onPayload) => pglite.listen(channel, onPayload),
  });
}
