import { setTimeout as wait } from "node:timers/promises";
import { Errors, type Index, type Pinecone } from "@pinecone-database/pinecone";
import { ModelFailure } from "../chat/model-failure.ts";

const FIRST_LOOK_MS = 250;
const LONGEST_PAUSE_MS = 5_000;

export interface WantedIndex {
  name: string;
  dimensions: number;
  cloud: string;
  region: string;
}

/** The index of that name, made where there is none; refuses one whose vectors are of another size. */
export async function ensurePineconeIndex(
  client: Pinecone,
  { name, dimensions, cloud, region }: WantedIndex,
  signal: AbortSignal,
): Promise<Index> {
  for (let pauseMs = FIRST_LOOK_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
    const found = await find(client, name);
    if (!found) {
      await client.createIndex({
        name,
        deployment: { deploymentType: "managed", cloud, region },
        schema: {
          fields: { _values: { type: "dense_vector", dimension: dimensions, metric: "cosine" } },
        },
        // Another process may make it in the same moment.
        suppressConflicts: true,
      });
    } else if (found.dimension !== dimensions) {
      throw wrongSize(name, found.dimension, dimensions);
    } else if (found.status.ready) {
      return client.index({ host: found.host });
    }
    await wait(pauseMs, undefined, { signal });
  }
}

async function find(client: Pinecone, name: string) {
  try {
    return await client.describeIndex(name);
  } catch (error) {
    if (error instanceof Errors.PineconeNotFoundError) return undefined;
    throw error;
  }
}

function wrongSize(name: string, held: number | undefined, wanted: number): ModelFailure {
  return new ModelFailure(
    "model.refused_request",
    `The index ${name} holds vectors of ${held ?? "unknown"} dimensions; the model makes ${wanted}.`,
  );
}
