import { newId } from "@understudy/db/new-id";
import type { Context } from "../kernel/context.ts";
import { requireAllTwins, useCase } from "../kernel/use-case.ts";
import { DuplicateTwinInput, MAX_NAME_CHARACTERS, Twin } from "../twin/contract.ts";
import { withFreeHandle } from "../twin/handle.ts";
import { readTwin } from "../twin/read-twin.ts";
import { requireTwin } from "../twin/twins.ts";
import { type Gathered, gatherContent } from "./gather-content.ts";
import { fileKeyOf, insertTwinOf } from "./insert-twin.ts";

const FILES_AT_ONCE = 8;

/**
 * A second twin with all that makes the first one what it is, as a bundle would hold it; what was restricted
 * to access groups is for nobody until it is opened. Its sources are read anew, by jobs.
 */
export const duplicateTwin = useCase({
  permission: "twin.write",
  input: DuplicateTwinInput,
  output: Twin,
  run: async (ctx, { twinId, name }) => {
    requireAllTwins(ctx);
    const { content, files } = await ctx.transaction((tx) => gatherContent(tx, twinId));
    const copy = { ...content.twin, name: name ?? nameOfCopy(content.twin.name) };
    const made = { importId: newId(), content: { ...content, twin: copy } };
    const keys: string[] = [];
    try {
      await copyFiles(ctx, { ...made, files, keys });
      return await withFreeHandle(copy.name, (handle) =>
        ctx.transaction(async (tx) => {
          const inserted = { ...made, handle, details: { copyOf: twinId } };
          return readTwin(await requireTwin(tx, await insertTwinOf(ctx, tx, inserted)));
        }),
      );
    } catch (error) {
      for (const key of keys) await ctx.ports.blobs.remove(key);
      throw error;
    }
  },
});

function nameOfCopy(name: string): string {
  const ending = " (copy)";
  return `${name.slice(0, MAX_NAME_CHARACTERS - ending.length)}${ending}`;
}

interface Copying extends Gathered {
  importId: string;
  /** Those that were begun. */
  keys: string[];
}

async function copyFiles(ctx: Context, { importId, content, files, keys }: Copying): Promise<void> {
  const { blobs } = ctx.ports;
  const wanted = [...content.collections, ...content.sources];
  const copyOne = async ({ id, sha256 }: (typeof wanted)[number]) => {
    const key = fileKeyOf(ctx, importId, id);
    keys.push(key);
    await blobs.put(key, await blobs.stream(files.get(sha256)!.blobKey));
  };
  for (let first = 0; first < wanted.length; first += FILES_AT_ONCE) {
    ctx.signal.throwIfAborted();
    await Promise.all(wanted.slice(first, first + FILES_AT_ONCE).map(copyOne));
  }
}
