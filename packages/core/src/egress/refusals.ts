import { DomainError } from "../kernel/domain-error.ts";
import { sayDuration } from "./retry-after.ts";

export function invalidUrl(): DomainError {
  return new DomainError(
    "invalid",
    "source.invalid_url",
    "This is no web address. Give one that begins with https:// and holds no password.",
  );
}

export function blockedScheme(): DomainError {
  return new DomainError(
    "invalid",
    "source.blocked_scheme",
    "Only http and https addresses can be fetched.",
  );
}

export function blockedPort(): DomainError {
  return new DomainError("invalid", "source.blocked_port", "This port is not open to fetching.");
}

/** Says nothing of what a name stands for: private names stay private. */
export function blockedAddress(): DomainError {
  return new DomainError(
    "invalid",
    "source.blocked_address",
    "This address is not on the public internet. Give one that is, or have the operator allow it (EGRESS_ALLOW).",
  );
}

export function insecureRedirect(): DomainError {
  return new DomainError(
    "invalid",
    "source.insecure_redirect",
    "The page sends its readers from https to http. Give the address that it ends at.",
  );
}

export function tooManyRedirects(): DomainError {
  return new DomainError(
    "invalid",
    "source.too_many_redirects",
    "The page sends its readers on too often. Give the address that it ends at.",
  );
}

export function unreachable(message = "Nothing answers at this address. Try again later.") {
  return new DomainError("unavailable", "source.unreachable", message);
}

export function timedOut(): DomainError {
  return new DomainError(
    "unavailable",
    "source.timed_out",
    "The page took too long. Try again later, or upload it as a file.",
  );
}

export function tooLarge(maxBytes: number): DomainError {
  const megabytes = Math.round(maxBytes / 104_857.6) / 10;
  return new DomainError(
    "invalid",
    "source.too_large",
    `The page is larger than ${megabytes} MB. Give it in parts.`,
  );
}

export function unsupported(what: string): DomainError {
  return new DomainError(
    "invalid",
    "source.unsupported",
    `The address holds ${what}, which cannot be read. Give a page, a PDF, an Office file or text.`,
  );
}

export function garbled(): DomainError {
  return new DomainError(
    "invalid",
    "source.corrupt",
    "What the address sends is damaged and cannot be unpacked.",
  );
}

const ADVICE: Record<number, string> = {
  401: "It needs a sign-in: upload the page as a file instead.",
  403: "It refuses programs, or needs a sign-in: upload the page as a file instead.",
  404: "There is no page: look at the address again.",
  410: "The page was taken away.",
  429: "It asks us to come back later.",
};

/** The server answered, and not with the page. */
export class BadStatus extends DomainError {
  readonly status: number;

  /** `askedSeconds`: how long the server asks us to stay away. */
  constructor(status: number, askedSeconds?: number) {
    const isBusy = status === 429 || status === 503;
    const retryAfterSeconds = isBusy ? (askedSeconds ?? null) : null;
    const advice =
      retryAfterSeconds === null
        ? (ADVICE[status] ?? (status >= 500 ? "Try again later." : "Look at it in a browser."))
        : `It asks us to come back in ${sayDuration(retryAfterSeconds)}.`;
    const code = status >= 500 || status === 429 ? "unavailable" : "invalid";
    const message = `The page answered ${status}. ${advice}`;
    super(code, "source.http_status", message, { retryAfterSeconds });
    this.status = status;
  }
}
