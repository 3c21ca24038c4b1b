import { findSourceByUrl, lockTwinUrl } from "@understudy/db/queries/same-source";
import type { TenantTx } from "@understudy/db/scope";
import type { Context } from "../kernel/context.ts";
import { useCase } from "../kernel/use-case.ts";
import { requireTwin } from "../twin/twins.ts";
import { addAgain } from "./add-again.ts";
import { AddedSource, AddUrlInput } from "./contract.ts";
import { insertStarted } from "./insert-started.ts";
import { titleOfUrl } from "./title-of-url.ts";
import { wholeUrl } from "./whole-url.ts";
import { addVideo } from "./youtube/add-video.ts";
import { readVideoAddress } from "./youtube/video-address.ts";

/**
 * A page of the web as a source, at once; its job fetches it. Refuses with a reason `source.*` what
 * can be seen in the address itself; an address the twin already has gives the source that has it. The
 * address of a YouTube video makes a source of its transcript.
 */
export const addUrl = useCase({
  permission: "source.write",
  input: AddUrlInput,
  output: AddedSource,
  run: async (ctx, { twinId, url: typed }) => {
    const video = readVideoAddress(typed);
    if (video) return addVideo(ctx, twinId, video);
    const url = ctx.ports.egress.judge(wholeUrl(typed));
    return ctx.transaction((tx) => insertUnlessPresent(ctx, tx, { twinId, url }));
  },
});

async function insertUnlessPresent(
  ctx: Context,
  tx: TenantTx,
  { twinId, url }: { twinId: string; url: string },
): Promise<AddedSource> {
  await requireTwin(tx, twinId);
  await lockTwinUrl(tx, { twinId, url });
  const present = await findSourceByUrl(tx, { twinId, url });
  if (present) return addAgain(ctx, tx, present);
  const title = titleOfUrl(url);
  return insertStarted(ctx, tx, { twinId, title, kind: "url", url }, { bytes: null });
}
