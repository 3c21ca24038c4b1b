import { createHash } from "node:crypto";
import { findImport, insertImport, updateImport } from "@understudy/db/queries/twin-imports";
import { z } from "zod";
import type { Context } from "../kernel/context.ts";
import { requireAllTwins, useCase } from "../kernel/use-case.ts";
import { makeBlobKey } from "../source/blob-key.ts";
import { bundleDeclaration } from "./bundle-declaration.ts";
import { TwinImport } from "./contract.ts";
import { openBundle } from "./open-bundle.ts";
import { readImport } from "./read-import.ts";

/** What fits into one call; a larger one is sent to the upload address. */
const MAX_BASE64_CHARACTERS = 900_000;

const Received = z.object({ blobKey: z.string(), byteSize: z.int().positive() });

/** A bundle whose bytes the upload edge has already streamed into the blob store. */
export const receiveBundle = useCase({
  permission: "twin.write",
  input: Received,
  output: TwinImport,
  run: (ctx, received) => takeOver(ctx, received),
});

/** A small bundle, in the call itself. */
export const importBundle = useCase({
  permission: "twin.write",
  input: z.object({ contentBase64: z.base64().max(MAX_BASE64_CHARACTERS) }),
  output: TwinImport,
  run: async (ctx, { contentBase64 }) => {
    requireAllTwins(ctx);
    const bytes = Buffer.from(contentBase64, "base64");
    const blobKey = makeBlobKey(ctx.actor.tenantId);
    await ctx.ports.blobs.put(blobKey, bytes);
    return takeOver(ctx, { blobKey, byteSize: bytes.byteLength });
  },
});

/** What is no bundle, or not what was signed, is refused here, and its bytes go; a job does the rest. */
async function takeOver(ctx: Context, received: z.output<typeof Received>): Promise<TwinImport> {
  try {
    requireAllTwins(ctx);
    const { blobs, maxFileBytes } = ctx.ports;
    using bundle = await openBundle(blobs, { ...received, maxFileBytes });
    await bundle.readContent();
    return await record(ctx, received, bundle);
  } catch (error) {
    await ctx.ports.blobs.remove(received.blobKey);
    throw error;
  }
}

function record(
  ctx: Context,
  received: z.output<typeof Received>,
  { manifest, signer }: Pick<Awaited<ReturnType<typeof openBundle>>, "manifest" | "signer">,
): Promise<TwinImport> {
  const userId = ctx.actor.kind === "user" ? ctx.actor.userId : null;
  const { name, counts } = manifest;
  return ctx.transaction(async (tx) => {
    const importId = await insertImport(tx, { ...received, name, counts, signer, userId });
    const payload = { importId };
    const request = { job: bundleDeclaration, payload, subjectId: importId, twinId: null };
    const jobId = await ctx.enqueue(tx, request);
    await updateImport(tx, { importId, jobId });
    const signedBy = createHash("sha256").update(signer).digest("hex").slice(0, 16);
    const subject = { subjectKind: "import", subjectId: importId };
    await ctx.audit(tx, { action: "bundle.import", ...subject, details: { signedBy } });
    const row = await findImport(tx, importId);
    if (!row) throw new Error(`import ${importId} is not there`);
    return readImport(ctx, tx, row);
  });
}
