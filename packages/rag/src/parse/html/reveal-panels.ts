import type { openPage } from "./open-page.ts";

type Page = ReturnType<typeof openPage>;

const TARGETS = ["aria-controls", "data-target", "data-bs-target"];
const SWITCHES = "[aria-controls], [data-target], [data-bs-target]";
const SHORTEST_QUESTION = 8;

/**
 * Answers that fold out when their question is clicked are part of the page: they are shown, and the
 * buttons that name them become headings. What nothing on the page opens stays hidden.
 */
export function revealPanels(page: Page): void {
  for (const control of page.querySelectorAll(SWITCHES)) {
    const target = TARGETS.map((name) => control.getAttribute(name)).find((id) => id);
    const panel = target && page.getElementById(target.replace(/^#/, ""));
    if (!panel || panel.closest("nav, header, dialog, [role=dialog], [role=menu]")) continue;
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
