import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";

export interface DoubleModel {
  dimensions: number;
  /** Words that mean the same to it, by the word that stands for them. */
  synonyms?: Record<string, string>;
}

export interface EmbeddingDouble extends AsyncDisposable {
  baseUrl: string;
  /** The texts it was paid for, by model. */
  paid: Map<string, string[]>;
  /** Those it knows; any other is refused as the real one does. May change at any time. */
  models: Map<string, DoubleModel>;
  /** While it says a status, every request gets that. */
  outage: number | null;
  /** Called before each reply. */
  onRequest: ((model: string) => Promise<void> | void) | null;
}

interface Body {
  model: string;
  input: string[];
}

/** A loopback server that speaks OpenAI's embeddings: bags of hashed words, so that like texts are near. */
export async function startEmbeddingDouble(
  models: Record<string, DoubleModel>,
): Promise<EmbeddingDouble> {
  const server = createServer(async (incoming, response) => {
    const { model, input } = (await json(incoming)) as Body;
    await double.onRequest?.(model);
    const known = double.models.get(model);
    const status = double.outage ?? (known ? 200 : 404);
    if (known && status === 200) {
      double.paid.set(model, [...(double.paid.get(model) ?? []), ...input]);
      const data = input.map((text, index) => ({ index, embedding: embed(text, known) }));
      return void response
        .writeHead(200, { "content-type": "application/json" })
        .end(JSON.stringify({ object: "list", model, data }));
    }
    const error = { message: "It is not to be had.", type: "invalid_request_error", code: null };
    response
      .writeHead(status, { "content-type": "application/json" })
      .end(JSON.stringify({ error }));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const double: EmbeddingDouble = {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    paid: new Map(),
    models: new Map(Object.entries(models)),
    outage: null,
    onRequest: null,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  return double;
}

function embed(text: string, { dimensions, synonyms = {} }: DoubleModel): number[] {
  const vector = new Array<number>(dimensions).fill(0);
  for (const [word] of text.toLowerCase().matchAll(/\p{L}{3,}/gu)) {
    const digest = createHash("sha256")
      .update(synonyms[word] ?? word)
      .digest();
    vector[digest.readUInt32LE() % dimensions]! += 1;
  }
  return vector.some((value) => value > 0) ? vector : vector.fill(1);
}
