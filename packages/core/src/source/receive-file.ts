import { z } from "zod";
import { Id } from "../kernel/ids.ts";
import { useCase } from "../kernel/use-case.ts";
import { addSource } from "./add-source.ts";
import { AddedSource, ReceivedFile } from "./contract.ts";
import { titleOfFile } from "./title-of-file.ts";

/** A file whose bytes the upload edge has already streamed into the blob store. */
export const receiveFile = useCase({
  permission: "source.write",
  input: z.object({ twinId: Id, ...ReceivedFile.shape }),
  output: AddedSource,
  run: (ctx, file) => addSource(ctx, { ...file, kind: "file", title: titleOfFile(file.fileName) }),
});
