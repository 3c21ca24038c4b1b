import type { Session } from "./session.ts";

export type Watching = {
  /** What was told so far, as it came. */
  told: () => string;
  /** Resolves when the stream has ended, however. */
  ended: Promise<void>;
  close: () => void;
};

/** Follows a subscription as a browser does; returns once it is heard. */
export async function watch(
  session: Session,
  procedure: string,
  input: unknown,
): Promise<Watching> {
  const leaving = new AbortController();
  const encoded = encodeURIComponent(JSON.stringify(input));
  const reply = await fetch(`${session.url}/trpc/${procedure}?input=${encoded}`, {
    headers: { ...session.headers, accept: "text/event-stream" },
    signal: leaving.signal,
  });
  const heard = Promise.withResolvers<void>();
  let told = "";
  const read = async () => {
    for await (const part of reply.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      told += part;
      heard.resolve();
    }
  };
  // However it ends, by our leaving or by the other side's death, it has ended.
  const ended = read().then(heard.resolve, () => heard.resolve());
  await heard.promise;
  return { told: () => told, ended, close: () => leaving.abort() };
}
