import { useCase } from "../kernel/use-case.ts";
import { EditNoteInput, Source } from "./contract.ts";
import { renewSource } from "./renew-source.ts";
import { storeNote } from "./store-note.ts";

/** A note says something else from now on; its old text answers until the new one is live. */
export const editNote = useCase({
  permission: "source.write",
  input: EditNoteInput,
  output: Source,
  run: async (ctx, { sourceId, title, text }) => {
    const note = await storeNote(ctx, text);
    return renewSource(ctx, { sourceId, kind: "note", trigger: "edited", title, ...note });
  },
});
