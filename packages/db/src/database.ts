/** The connection that hears is gone, or is back: what was sent between the two was missed. */
export type Gap = "lost" | "over";

/** An open database. Rows are reached through a scope only. */
export interface Database {
  readonly kind: "embedded" | "memory" | "server";
  /** Resolves when the database answers; throws what is wrong otherwise. */
  ping(): Promise<void>;
  /** How long whoever waits longest for a transaction to begin has waited; 0 when nobody does. */
  longestWaitMs(): number;
  /**
   * Hears every payload sent on the channel after commit, from any process. Gives the way to stop.
   * `onGap` is called when some may have been missed: when the connection is lost, and when it is back.
   */
  listen(
    channel: string,
    onPayload: (payload: string) => void,
    onGap?: (gap: Gap) => void,
  ): Promise<() => Promise<void>>;
  close(): Promise<void>;
}
