import type { Database } from "@understudy/db/client";
import {
  type AuthModel,
  countAuthRecords,
  deleteAuthRecords,
  findAuthRecords,
  incrementAuthRecord,
  insertAuthRecord,
  updateAuthRecords,
} from "@understudy/db/queries/auth-records";
import { type AuthTx, inAuth } from "@understudy/db/scope";
import {
  type CustomAdapter,
  createAdapterFactory,
  type DBAdapter,
  type DBAdapterFactoryConfig,
} from "better-auth/adapters";
import type { BetterAuthOptions } from "better-auth/types";
import { hashedConditions, hashedValues, withToken } from "./hashed-token.ts";

type Run = <Result>(work: (tx: AuthTx) => Promise<Result>) => Promise<Result>;

/** What makes an account and a session, in the transaction that better-auth has open. */
export interface AccountRules {
  insertUser(tx: AuthTx, values: Record<string, unknown>): Promise<Record<string, unknown>>;
  insertSession(tx: AuthTx, values: Record<string, unknown>): Promise<Record<string, unknown>>;
}

/** better-auth's storage over the auth scope: one transaction a call, or all of a sign-up in one. */
export function authAdapter(db: Database, rules: AccountRules) {
  return (options: BetterAuthOptions): DBAdapter => {
    const bound = (run: Run, transaction: Transaction): DBAdapter =>
      createAdapterFactory({
        config: {
          adapterId: "understudy",
          disableIdGeneration: true,
          supportsJSON: true,
          transaction,
        },
        adapter: () => recordsAdapter(run, rules),
      })(options);
    return bound(
      (work) => inAuth(db, work),
      (work) => inAuth(db, (tx) => work(bound((inner) => inner(tx), false))),
    );
  };
}

type Transaction = DBAdapterFactoryConfig["transaction"];

function recordsAdapter(run: Run, rules: AccountRules): CustomAdapter {
  return {
    create: ({ model, data }) =>
      run((tx) => insert(tx, model, data, rules)) as Promise<typeof data>,
    findOne: async <Row>({ model, where }: Target) => {
      const [row] = await run((tx) =>
        findAuthRecords(tx, modelOf(model), { where: hashedConditions(where), limit: 1 }),
      );
      return row ? (withToken(row, where) as Row) : null;
    },
    findMany: ({ model, where = [], limit, offset, sortBy }) =>
      run((tx) =>
        findAuthRecords(tx, modelOf(model), {
          where: hashedConditions(where),
          limit,
          offset,
          sortBy,
        }),
      ) as Promise<never>,
    update: async <Row>({ model, where, update }: Target & { update: Row }) => {
      const values = hashedValues(update as Record<string, unknown>);
      const [row] = await run((tx) =>
        updateAuthRecords(tx, modelOf(model), { where: hashedConditions(where), values }),
      );
      return row ? (withToken(row, where) as Row) : null;
    },
    updateMany: async ({ model, where, update: values }) => {
      const rows = await run((tx) =>
        updateAuthRecords(tx, modelOf(model), {
          where: hashedConditions(where),
          values: hashedValues(values),
        }),
      );
      return rows.length;
    },
    delete: async ({ model, where }) => {
      await run((tx) => deleteAuthRecords(tx, modelOf(model), hashedConditions(where)));
    },
    deleteMany: async ({ model, where }) => {
      const rows = await run((tx) =>
        deleteAuthRecords(tx, modelOf(model), hashedConditions(where)),
      );
      return rows.length;
    },
    incrementOne: async <Row>({ model, where, increment, set = {} }: Increment) => {
      const change = { where: hashedConditions(where), increment, set };
      const row = await run((tx) => incrementAuthRecord(tx, modelOf(model), change));
      return (row ?? null) as Row | null;
    },
    count: ({ model, where = [] }) =>
      run((tx) => countAuthRecords(tx, modelOf(model), hashedConditions(where))),
  };
}

type Target = Parameters<CustomAdapter["findOne"]>[0];
type Increment = Parameters<NonNullable<CustomAdapter["incrementOne"]>>[0];

async function insert(
  tx: AuthTx,
  model: string,
  data: Record<string, unknown>,
  rules: AccountRules,
): Promise<Record<string, unknown>> {
  const values = hashedValues(data);
  if (model === "user") return rules.insertUser(tx, values);
  if (model !== "session") return insertAuthRecord(tx, modelOf(model), values);
  return { ...(await rules.insertSession(tx, values)), token: data.token };
}

const MODELS = ["user", "session", "account", "verification", "rateLimit"] as const;

function modelOf(name: string): AuthModel {
  const model = MODELS.find((known) => known === name);
  if (!model) throw new Error(`better-auth asked for the unknown model ${name}.`);
  return model;
}
