export interface ServerEvent {
  id: string | null;
  event: string | null;
  data: string;
}

/**
 * Reads a `text/event-stream` as the HTML standard says (section 9.2.6): any line ending, comments
 * skipped, several `data` lines joined, an unfinished event at the end dropped.
 */
export async function* readServerEvents(
  body: ReadableStream<Uint8Array>,
): AsyncGenerator<ServerEvent> {
  let lines: string[] = [];
  for await (const line of readLines(body)) {
    if (line !== "") {
      lines.push(line);
      continue;
    }
    const event = parseEvent(lines);
    lines = [];
    if (event) yield event;
  }
}

async function* readLines(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .getReader();
  let rest = "";
  let endedInReturn = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      if (value === "") continue;
      // The line feed of a "\r\n" that was cut in two has no line of its own.
      const text = endedInReturn && value.startsWith("\n") ? value.slice(1) : value;
      endedInReturn = value.endsWith("\r");
      const lines = (rest + text).split(/\r\n|\r|\n/);
      rest = lines.pop() ?? "";
      yield* lines;
    }
  } finally {
    await reader.cancel();
  }
}

function parseEvent(lines: readonly string[]): ServerEvent | null {
  const event: ServerEvent = { id: null, event: null, data: "" };
  const data: string[] = [];
  for (const line of lines) {
    const colon = line.indexOf(":");
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (field === "data") data.push(value);
    else if (field === "id") event.id = value;
    else if (field === "event") event.event = value;
  }
  return data.length > 0 ? { ...event, data: data.join("\n") } : null;
}
