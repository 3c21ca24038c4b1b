import { ModelFailure } from "./model-failure.ts";

/** A fetch that follows no redirect (they would carry the prompt elsewhere) and bounds what it reads. */
export function fetchBounded(maxBytes: number): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, { ...init, redirect: "error" });
    if (!response.body) return response;
    return new Response(response.body.pipeThrough(limit(maxBytes)), response);
  };
}

function limit(maxBytes: number): TransformStream<Uint8Array, Uint8Array> {
  let bytes = 0;
  return new TransformStream({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      if (bytes <= maxBytes) controller.enqueue(chunk);
      else controller.error(new ModelFailure("model.malformed", "The model's answer has no end."));
    },
  });
}
