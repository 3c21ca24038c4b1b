const PROCEDURES = "/trpc/";
const MESSAGES = /^\/api\/messages(\/|$)/;

/** Only procedures of visitors are called: no cookie counts there, and a widget's page may call them. */
export function callsVisitorsOnly(path: string): boolean {
  if (!path.startsWith(PROCEDURES)) return false;
  const called = path.slice(PROCEDURES.length).split(",");
  return called.every((procedure) => procedure.startsWith("visitor."));
}

/** What a page on another site may call for its visitors. */
export function isForVisitors(path: string): boolean {
  return callsVisitorsOnly(path) || MESSAGES.test(path);
}
