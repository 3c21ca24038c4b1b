/** An open database. Rows are reached through a scope only. */
export interface Database {
  readonly kind: "embedded" | "memory" | "server";
  /** Resolves when the database answers; throws what is wrong otherwise. */
  ping(): Promise<void>;
  /**
   * Hears every payload sent on the channel after commit, from any process. Gives the way to stop.
   * `onGap` is called when some may have been missed: the connection was lost, and is coming back.
   */
  listen(
    channel: string,
    onPayload: (payload: string) => void,
    onGap?: () => void,
  ): Promise<() => Promise<void>>;
  close(): Promise<void>;
}
