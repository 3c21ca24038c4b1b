import type { z } from "zod";
import { doorCase } from "../kernel/door.ts";
import { Theme } from "../widget/theme.ts";
import { FaceInput, VisitorFace } from "./contract.ts";
import type { Grant } from "./grant.ts";
import { openGrant } from "./open-grant.ts";
import { ratesOfLooking } from "./visitor-rates.ts";

/** What a twin shows before anyone asks; nobody has come in by it, and nothing is kept. */
export const getFace = doorCase({
  input: FaceInput,
  output: VisitorFace,
  run: async (door, { via }) => {
    await door.limit(ratesOfLooking(door));
    return faceOf(await openGrant(door, via));
  },
});

/** An allow-list: what is not named here stays inside. */
export function faceOf({ twin, channel, theme, lead, proof }: Grant): z.input<typeof VisitorFace> {
  const { handle, name, headline, bio, avatarUrl, language, firstMessage, starterQuestions } = twin;
  return {
    twin: { handle, name, headline, bio, avatarUrl, language, firstMessage, starterQuestions },
    channel,
    theme: Theme.catch(Theme.parse({})).parse(theme),
    lead,
    proof,
  };
}
