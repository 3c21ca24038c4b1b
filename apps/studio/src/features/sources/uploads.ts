import { randomId } from "#lib/random-id.ts";
import type { UploadedSource } from "#lib/upload-file.ts";

/** One file on its way to a twin. */
export interface Upload {
  id: string;
  twinId: string;
  /** The source whose file it takes the place of. */
  replaces?: { id: string; title: string };
  file: File;
  state: "waiting" | "sending" | "sent" | "refused";
  /** How much was sent, from 0 to 1. */
  fraction: number;
  source?: UploadedSource;
  failure?: unknown;
}

export type SendFile = (sending: {
  twinId: string;
  /** The source whose file it takes the place of. */
  sourceId?: string;
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

  const run = async ({ id, twinId, replaces, file }: Upload) => {
    const stop = new AbortController();
    stops.set(id, stop);
    patch(id, { state: "sending" });
    try {
      const onProgress = (fraction: number) => patch(id, { fraction });
      const to = { twinId, ...(replaces && { sourceId: replaces.id }) };
      const source = await send({ ...to, file, signal: stop.signal, onProgress });
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

  const begin = (added: readonly Upload[]) => {
    set([...uploads, ...added]);
    startNext();
  };

  return {
    read: () => uploads,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add(twinId: string, files: Iterable<File>) {
      begin(Array.from(files, (file) => newUpload({ twinId, file })));
    },
    /** The new file takes the place of a source's old one. */
    replace({ id, title, twinId }: { id: string; title: string; twinId: string }, file: File) {
      begin([newUpload({ twinId, file, replaces: { id, title } })]);
    },
    /** Sends what could not be sent once more. */
    retry(id: string) {
      patch(id, { state: "waiting", fraction: 0, failure: undefined });
      startNext();
    },
    /** Stops sending it, or takes away what is left to say about it. */
    dismiss(id: string) {
      stops.get(id)?.abort();
      set(uploads.filter((upload) => upload.id !== id));
    },
  };
}

function newUpload(upload: Pick<Upload, "twinId" | "file" | "replaces">): Upload {
  return { ...upload, id: randomId(), state: "waiting", fraction: 0 };
}

export type Uploads = ReturnType<typeof createUploads>;
