import { setTimeout as delay } from "node:timers/promises";
import postgres from "postgres";
import type { Gap } from "../database.ts";

const RETRY_MS = 250;

interface Listener {
  onPayload: (payload: string) => void;
  /** What was sent since cannot be known. */
  onGap: (gap: Gap) => void;
}

/**
 * One connection that hears every channel and comes back after a loss. postgres.js has its own, which
 * stays deaf when its first try after the loss fails, as it does while a server restarts.
 */
export function openListener(url: string, options: postgres.Options<Record<string, never>>) {
  const channels = new Map<string, Set<Listener>>();
  let open = true;
  let losses = 0;
  let comingBack = false;
  const settings = {
    ...options,
    max: 1,
    fetch_types: false,
    idle_timeout: undefined,
    max_lifetime: null,
    onnotify: (channel: string, payload: string) => {
      for (const { onPayload } of channels.get(channel) ?? []) onPayload(payload);
    },
    onclose: () => {
      losses += 1;
      void comeBack();
    },
  };
  const client = postgres(url, settings);
  const hear = (channel: string) => client.unsafe(`listen "${channel}"`);

  async function comeBack(): Promise<void> {
    if (!open || comingBack) return;
    comingBack = true;
    tell(channels, "lost");
    for (let seen = -1; open && seen !== losses; ) {
      const before = losses;
      if (await hearAll()) seen = before;
      else await delay(RETRY_MS, undefined, { ref: false });
    }
    comingBack = false;
    if (open) tell(channels, "over");
  }

  /** False while the server is still away; whoever listens was told of the gap. */
  const hearAll = () =>
    Promise.all([...channels.keys()].map(hear)).then(
      () => true,
      () => false,
    );

  return {
    async listen(channel: string, listener: Listener): Promise<() => Promise<void>> {
      const listeners = channels.get(channel) ?? new Set();
      channels.set(channel, listeners.add(listener));
      try {
        await hear(channel);
      } catch (error) {
        listeners.delete(listener);
        throw error;
      }
      // The channel stays open for those who come next; what no one waits for costs nothing.
      return async () => void listeners.delete(listener);
    },
    async close(timeout: number): Promise<void> {
      open = false;
      await client.end({ timeout });
    },
  };
}

function tell(channels: ReadonlyMap<string, ReadonlySet<Listener>>, gap: Gap): void {
  for (const listeners of channels.values()) for (const { onGap } of listeners) onGap(gap);
}
