import { contrastInk } from "@understudy/answer-text/contrast-ink";
import { findLauncher } from "@understudy/core/widget/show-launcher";
import { Theme } from "@understudy/core/widget/theme";
import type { Context } from "hono";
import type { HttpEnv } from "../http/http-env.ts";

const Look = Theme.pick({ accent: true, position: true, launcherText: true, language: true });

/** What the script draws before anything else is loaded: of the key in its address, or as that says itself. */
export async function launcherLook(c: Context<HttpEnv>): Promise<string> {
  const { key, ...said } = c.req.query();
  const theme = key === undefined ? null : await findLauncher(c.get("request").door(), key);
  const { accent, position, launcherText, language } =
    theme ?? Look.catch(Look.parse({})).parse(said);
  return JSON.stringify({
    accent,
    ink: contrastInk(accent),
    side: position === "bottom-left" ? "left" : "right",
    label: launcherText,
    language,
  });
}
