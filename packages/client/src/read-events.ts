/**
 * The data of each server-sent event, however the bytes are cut; comments and other fields are passed
 * over. Read by hand, as not every browser can loop over a stream.
 */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let isLeft = true;
  let rest = "";
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((error: unknown) => {
        isLeft = false;
        throw error;
      });
      if (done) {
        isLeft = false;
        return;
      }
      const frames = (rest + decoder.decode(value, { stream: true })).split(/\r?\n\r?\n/);
      rest = frames.pop() ?? "";
      for (const frame of frames) yield* dataOf(frame);
    }
  } finally {
    // Whoever reads no further ends the connection.
    if (isLeft) await reader.cancel();
  }
}

function dataOf(frame: string): string[] {
  const data = frame.split(/\r?\n/).filter((line) => line.startsWith("data:"));
  return data.length > 0 ? [data.map((line) => line.slice(5).replace(/^ /, "")).join("\n")] : [];
}
