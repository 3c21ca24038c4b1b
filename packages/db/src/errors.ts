const UNIQUE_VIOLATION = "23505";
const INSUFFICIENT_PRIVILEGE = "42501";
const LOCK_TIMEOUT = "55P03";
const CANCELED = "57014";
const DEADLOCK = "40P01";

/** SQLSTATE classes and driver codes that say: not now, rather than not so. */
const UNAVAILABLE = /^(08|53|57P0)|^CONNECT|^CONNECTION_|^ECONN|^ENOTFOUND$|^ETIMEDOUT$|^EPIPE$/;

interface DriverError {
  code: string;
  constraint?: string;
}

/** Every slot of the pool stayed taken for the time a caller is ready to wait. */
export class DatabaseBusy extends Error {
  override readonly name = "DatabaseBusy";
  readonly code = "53300";
}

/** Two unique violations look alike but for the name of the constraint; without one, any matches. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  return hasCode(error, UNIQUE_VIOLATION, constraint);
}

/** No right to it, or a row that the scope's policy does not let in. */
export function isRefusedByPolicy(error: unknown): boolean {
  return hasCode(error, INSUFFICIENT_PRIVILEGE);
}

/** A statement or a lock took longer than the scope allows. */
export function isTimeout(error: unknown): boolean {
  return hasCode(error, CANCELED) || hasCode(error, LOCK_TIMEOUT) || hasCode(error, DEADLOCK);
}

/** The database is down, starting, stopping or full: the same call may succeed later. */
export function isUnavailable(error: unknown): boolean {
  const found = driverError(error);
  return found !== undefined && UNAVAILABLE.test(found.code);
}

function hasCode(error: unknown, code: string, constraint?: string): boolean {
  const found = driverError(error);
  return found?.code === code && (constraint === undefined || found.constraint === constraint);
}

/** Drizzle wraps what the driver threw; postgres.js and PGlite name the constraint differently. */
function driverError(error: unknown): DriverError | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && typeof cause.code === "string") {
      const named = cause as { constraint_name?: string; constraint?: string };
      return { code: cause.code, constraint: named.constraint_name ?? named.constraint };
    }
  }
  return undefined;
}
