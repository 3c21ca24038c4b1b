import { isSkipped } from "./element-roles.ts";
import type { openPage } from "./open-page.ts";

type Page = ReturnType<typeof openPage>;

const TARGETS = ["aria-controls", "data-target", "data-bs-target"];
const SWITCHES = "[aria-controls], [data-target], [data-bs-target], button";
const SHORTEST_QUESTION = 8;
const FURNITURE = "nav, header, dialog, [role=dialog], [role=menu]";

/**
 * Answers that fold out when their question is clicked are part of the page: they are shown, and the
 * buttons that name them become headings. What nothing on the page opens stays hidden.
 */
export function revealPanels(page: Page): void {
  for (const control of page.querySelectorAll(SWITCHES)) {
    const panel = namedPanel(page, control) ?? panelBelow(control);
    if (!panel || panel.closest(FURNITURE)) continue;
    panel.removeAttribute("hidden");
    panel.removeAttribute("aria-hidden");
    panel.removeAttribute("style");
    const words = (control.textContent ?? "").replace(/\s+/g, " ").trim();
    if (control.tagName !== "BUTTON" || words.length < SHORTEST_QUESTION) continue;
    if (control.closest("h1, h2, h3, h4, h5, h6, summary")) continue;
    const heading = page.createElement("h3");
    heading.textContent = words;
    control.replaceWith(heading);
  }
}

type Control = ReturnType<Page["querySelectorAll"]>[number];

function namedPanel(page: Page, control: Control) {
  const target = TARGETS.map((name) => control.getAttribute(name)).find((id) => id);
  return target ? page.getElementById(target.replace(/^#/, "")) : undefined;
}

/** A question that names no panel opens the hidden one below it, which may stand below its heading. */
function panelBelow(control: Control) {
  const words = (control.textContent ?? "").trim();
  if (control.getAttribute("aria-expanded") !== "false" && !words.endsWith("?")) return undefined;
  const heading = control.closest("h1, h2, h3, h4, h5, h6, dt");
  const below = (heading ?? control).nextElementSibling;
  return below && isSkipped(below) ? below : undefined;
}
