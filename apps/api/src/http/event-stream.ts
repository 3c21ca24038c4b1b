const ENCODER = new TextEncoder();
const PING_EVERY_MS = 15_000;

/** Frames are sent as they come; a caller who leaves ends the iteration, and an idle line is kept open. */
export function eventStream(frames: AsyncGenerator<string>): Response {
  let ping: NodeJS.Timeout;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      ping = setInterval(() => controller.enqueue(ENCODER.encode(": ping\n\n")), PING_EVERY_MS);
    },
    async pull(controller) {
      const next = await frames.next().catch((error: unknown) => {
        clearInterval(ping);
        throw error;
      });
      if (!next.done) return controller.enqueue(ENCODER.encode(next.value));
      clearInterval(ping);
      controller.close();
    },
    async cancel() {
      clearInterval(ping);
      await frames.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
}

/** Gives what was already taken from an iteration back to it. */
export async function* resumed<Item>(
  first: IteratorResult<Item>,
  rest: AsyncGenerator<Item>,
): AsyncGenerator<Item> {
  if (first.done) return;
  try {
    yield first.value;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}
