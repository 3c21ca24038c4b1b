import { useCase } from "../kernel/use-case.ts";
import { addSource } from "./add-source.ts";
import { AddedSource, AddTextInput } from "./contract.ts";
import { storeNote } from "./store-note.ts";

/** A pasted note becomes a source like any other. */
export const addText = useCase({
  permission: "source.write",
  input: AddTextInput,
  output: AddedSource,
  run: async (ctx, { twinId, title, text }) =>
    addSource(ctx, { twinId, title, kind: "note", ...(await storeNote(ctx, text)) }),
});
