import type { UploadedSource } from "#lib/upload-file.ts";

/** One file on its way to a twin. */
export interface Upload {
  id: string;
  twinId: string;
  file: File;
  state: "waiting" | "sending" | "sent" | "refused";
  /** How much was sent, from 0 to 1. */
  fraction: number;
  source?: UploadedSource;
  failure?: unknown;
}

export type SendFile = (sending: {
  twinId: string;
  file: File;
  signal: AbortSignal;
  onProgress: (fraction: number) => void;
}) => Promise<UploadedSource>;

const SENT_AT_ONCE = 3;

/** The files under way in this page: a few are sent at once, in the order they were given. */
export function createUploads({ send, onSent }: { send: SendFile; onSent: () => void }) {
  let uploads: readonly Upload[] = [];
  const listeners = new Set<() => void>();
  const stops = new Map<string, AbortController>();
  const set = (next: readonly Upload[]) => {
    uploads = next;
    for (const listener of listeners) listener();
  };
  const patch = (id: string, changes: Partial<Upload>) =>
    set(uploads.map((upload) => (upload.id === id ? { ...upload, ...changes } : upload)));

  const run = async ({ id, twinId, file }: Upload) => {
    const stop = new AbortController();
    stops.set(id, stop);
    patch(id, { state: "sending" });
    try {
      const onProgress = (fraction: number) => patch(id, { fraction });
      const source = await send({ twinId, file, signal: stop.signal, onProgress });
      patch(id, { state: "sent", fraction: 1, source });
      onSent();
    } catch (failure) {
      if (!stop.signal.aborted) patch(id, { state: "refused", failure });
    } finally {
      stops.delete(id);
      startNext();
    }
  };

  const startNext = () => {
    const sending = uploads.filter(({ state }) => state === "sending").length;
    const waiting = uploads.filter(({ state }) => state === "waiting");
    for (const upload of waiting.slice(0, SENT_AT_ONCE - sending)) void run(upload);
  };

  return {
    read: () => uploads,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add(twinId: string, files: Iterable<File>) {
      const added = Array.from(files, (file) => {
        const id = crypto.randomUUID();
        return { id, twinId, file, state: "waiting" as const, fraction: 0 };
      });
      set([...uploads, ...added]);
      startNext();
    },
    /** Stops sending it, or takes away what is left to say about it. */
    dismiss(id: string) {
      stops.get(id)?.abort();
      set(uploads.filter((upload) => upload.id !== id));
    },
  };
}

export type Uploads = ReturnType<typeof createUploads>;
