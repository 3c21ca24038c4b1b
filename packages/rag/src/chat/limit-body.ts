import { ModelFailure } from "./model-failure.ts";

/** A fetch that follows no redirect (they would carry the prompt elsewhere) and bounds what it reads. */
export function fetchBounded(maxBytes: number): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, { ...init, redirect: "error" });
    if (!response.body) return response;
    if (isEventStream(response)) return countWhileRead(response, response.body, maxBytes);
    return new Response(response.body.pipeThrough(limit(maxBytes)), response);
  };
}

function isEventStream({ ok, headers }: Response): boolean {
  return ok && /^text\/event-stream/i.test(headers.get("content-type") ?? "");
}

function limit(maxBytes: number): TransformStream<Uint8Array, Uint8Array> {
  const count = createCount(maxBytes);
  return new TransformStream({
    transform(chunk, controller) {
      try {
        count(chunk);
        controller.enqueue(chunk);
      } catch (error) {
        controller.error(error);
      }
    },
  });
}

/** Of a stream of events each piece is read by itself; another stream in between would cost as much again. */
function countWhileRead(
  response: Response,
  body: ReadableStream<Uint8Array>,
  maxBytes: number,
): Response {
  const count = createCount(maxBytes);
  const open = body.getReader.bind(body) as () => ReadableStreamDefaultReader<Uint8Array>;
  const getReader = () => {
    const reader = open();
    const read = reader.read.bind(reader);
    reader.read = async () => {
      const piece = await read();
      if (piece.value) count(piece.value);
      return piece;
    };
    return reader;
  };
  Object.defineProperty(body, "getReader", { value: getReader });
  return response;
}

function createCount(maxBytes: number): (chunk: Uint8Array) => void {
  let bytes = 0;
  return (chunk) => {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) {
      throw new ModelFailure("model.malformed", "The model's answer has no end.");
    }
  };
}
