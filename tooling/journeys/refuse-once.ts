import type { Page } from "playwright-core";

/** Long enough that a busy machine sees what is said of the wait, before it is over. */
const retryAfterSeconds = 3;

/** Refuses the first call of an address for this reason, as a server does that has too much to do or too many who come in. */
export function refuseOnce(page: Page, address: string, reason: string): Promise<unknown> {
  const data = { code: "SERVICE_UNAVAILABLE", reason, retryAfterSeconds };
  return page.route(
    address,
    (route) =>
      route.fulfill({
        status: 503,
        headers: { "retry-after": String(retryAfterSeconds) },
        json: { error: { reason, message: "", code: -32603, data } },
      }),
    { times: 1 },
  );
}
