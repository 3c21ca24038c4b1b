import { findSourceByUrl, lockTwinUrl } from "@understudy/db/queries/same-source";
import type { Context } from "../../kernel/context.ts";
import { requireTwin } from "../../twin/twins.ts";
import { addAgain } from "../add-again.ts";
import type { AddedSource } from "../contract.ts";
import { insertStarted } from "../insert-started.ts";
import { titleOfUrl } from "../title-of-url.ts";
import { type Video, writeVideoAddress } from "./video-address.ts";

/** A video's transcript as a source, at once; its job fetches it. The one that is there is returned. */
export function addVideo(ctx: Context, twinId: string, video: Video): Promise<AddedSource> {
  const url = writeVideoAddress(video);
  return ctx.transaction(async (tx) => {
    await requireTwin(tx, twinId);
    await lockTwinUrl(tx, { twinId, url });
    const present = await findSourceByUrl(tx, { twinId, url });
    if (present) return addAgain(ctx, tx, present);
    const source = { twinId, title: titleOfUrl(url), kind: "youtube", url } as const;
    return insertStarted(ctx, tx, source, { bytes: null });
  });
}
