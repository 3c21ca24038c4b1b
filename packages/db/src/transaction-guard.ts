import { AsyncLocalStorage } from "node:async_hooks";

interface OpenTransaction {
  scope: string;
  open: boolean;
}

const current = new AsyncLocalStorage<OpenTransaction>();

/** Something was begun inside a transaction that must not wait there: a bug of ours, on every engine. */
export class InsideTransaction extends Error {
  override readonly name = "InsideTransaction";
}

/**
 * Throws when called inside a transaction. On the embedded engine a second transaction waits for the
 * first one for ever, and anywhere a slow call would hold a connection and its locks.
 */
export function assertNoTransaction(what: string): void {
  const around = current.getStore();
  if (around?.open) {
    throw new InsideTransaction(`${what} was begun inside a transaction (${around.scope} scope)`);
  }
}

/** What work started and left running is outside again once the transaction has ended. */
export async function insideTransaction<T>(scope: string, work: () => Promise<T>): Promise<T> {
  const transaction = { scope, open: true };
  try {
    return await current.run(transaction, work);
  } finally {
    transaction.open = false;
  }
}
