import { ModelFailure } from "./model-failure.ts";

/** A fetch that follows no redirect (they would carry the prompt elsewhere) and bounds what it reads. */
export function fetchBounded(maxBytes: number, by: typeof fetch = fetch): typeof fetch {
  return async (input, init) => {
    const response = await by(input, { ...init, redirect: "error" });
    if (!response.body) return response;
    return new Response(response.body.pipeThrough(limit(maxBytes)), response);
  };
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

function createCount(maxBytes: number): (chunk: Uint8Array) => void {
  let bytes = 0;
  return (chunk) => {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) {
      throw new ModelFailure("model.malformed", "The model's answer has no end.");
    }
  };
}
