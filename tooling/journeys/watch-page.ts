import type { Page } from "playwright-core";

/** Collects what must not happen on any page: errors, and requests that leave the origin. */
export function watchPage(page: Page, origin: string, faults: string[]): void {
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    const { protocol, origin: target } = new URL(request.url());
    if (/^https?:$/.test(protocol) && target !== origin) faults.push(`request: ${request.url()}`);
  });
}
