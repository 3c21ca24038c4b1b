import type { VisitorOutput } from "./call.ts";

type VisitorEvent = VisitorOutput<"resume">["events"][number];

/** The events of a stream, however its bytes are cut (HTML standard, server-sent events). */
export async function* readAnswer(body: ReadableStream<Uint8Array>): AsyncGenerator<VisitorEvent> {
  const reader = body
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .getReader();
  for (let rest = ""; ; ) {
    const { done, value } = await reader.read();
    if (done) return;
    const frames = (rest + value).split("\n\n");
    rest = frames.pop()!;
    for (const frame of frames) {
      const data = /^data: (.*)$/m.exec(frame)?.[1];
      if (data) yield JSON.parse(data);
    }
  }
}
