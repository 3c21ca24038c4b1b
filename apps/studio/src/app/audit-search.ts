/** What the address says about the audit log: what it is narrowed to, and the event that lies open. */
export interface AuditSearch {
  outcome?: "allowed" | "denied";
  action?: string;
  actor?: string;
  subject?: string;
  /** Days, as dates of the calendar; both are shown. */
  from?: string;
  to?: string;
  event?: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function readAuditSearch(search: Record<string, unknown>): AuditSearch {
  const { outcome, action, actor, subject, from, to, event } = search;
  return {
    ...((outcome === "allowed" || outcome === "denied") && { outcome }),
    ...(typeof action === "string" && { action }),
    ...(typeof actor === "string" && { actor }),
    ...(typeof subject === "string" && { subject }),
    ...(isDay(from) && { from }),
    ...(isDay(to) && { to }),
    ...(typeof event === "string" && { event }),
  };
}

function isDay(value: unknown): value is string {
  return typeof value === "string" && DAY.test(value) && !Number.isNaN(Date.parse(value));
}
