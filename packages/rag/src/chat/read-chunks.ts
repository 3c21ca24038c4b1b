import { createParser } from "eventsource-parser";
import { APIError } from "openai";
import { createCharacterJoiner } from "./join-characters.ts";
import { readChatChunk } from "./read-chat-chunk.ts";
import type { StreamTally } from "./stream-tally.ts";

export interface ReadChunks {
  /** What the chunks add to the answer, in whole characters. */
  text: string;
  /** The model works, be it only on thoughts that are not part of its answer. */
  isAlive: boolean;
  /** What is wrong with the chunk behind them. */
  broke: { error: unknown } | null;
}

export interface ChunkReader {
  /** The chunks that this piece of the stream, of any size, brought to their end. */
  read(piece: string): ReadChunks;
  /** Nothing more is to come that matters. */
  isOver(): boolean;
}

/** Reads server-sent chunks, all that came together at once, and notes each in the tally. */
export function createChunkReader(tally: StreamTally): ChunkReader {
  const joinCharacters = createCharacterJoiner();
  let isDone = false;
  let text = "";
  let isAlive = false;
  const isOver = () => isDone || tally.isWhole();
  const parser = createParser({
    onEvent({ data }) {
      if (isOver()) return;
      if (data.startsWith("[DONE]")) isDone = true;
      else {
        const piece = readChatChunk(parseChunk(data));
        tally.take(piece);
        text += piece.text;
        isAlive ||= piece.isAlive;
      }
    },
  });
  return {
    isOver,
    read(piece) {
      text = "";
      isAlive = false;
      let broke: ReadChunks["broke"] = null;
      try {
        parser.feed(piece);
      } catch (error) {
        broke = { error };
      }
      return { text: joinCharacters(text), isAlive, broke };
    },
  };
}

function parseChunk(data: string): unknown {
  const chunk: unknown = JSON.parse(data);
  const error = (chunk as { error?: object } | null)?.error;
  if (error) throw new APIError(undefined, error, undefined, new Headers());
  return chunk;
}
