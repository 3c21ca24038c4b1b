import type postgres from "postgres";

/** Longer lists of parameters come in too many lengths for each to be kept prepared on every connection. */
const MOST_PARAMETERS = 32;

type Client = postgres.Sql | postgres.TransactionSql;

/**
 * Drizzle asks the driver for unnamed statements only: each is planned anew, and takes a round trip of
 * its own to learn its parameters' types. This client keeps those of a transaction prepared.
 */
export function prepareStatements(client: postgres.Sql): postgres.Sql {
  const begin = (work: (tx: postgres.TransactionSql) => Promise<unknown>) =>
    client.begin((tx) => work(Object.assign(tx, { unsafe: prepared(tx) })));
  return new Proxy(client, {
    get: (target, name) => (name === "begin" ? begin : Reflect.get(target, name)),
  });
}

function prepared(client: Client): Client["unsafe"] {
  const { unsafe } = client;
  return (query, parameters = [], options = {}) => {
    const prepare = parameters.length <= MOST_PARAMETERS;
    // Not "simple" without parameters either: the driver would send the text alone, to be planned anew.
    const asked = { ...options, prepare, simple: false };
    return unsafe(query, parameters, asked);
  };
}
