import { DomainError } from "../../kernel/domain-error.ts";

const INSTEAD = "Paste the transcript as a note, or upload it as a file (SRT, VTT or text).";

export function notAVideo(): DomainError {
  return new DomainError(
    "invalid",
    "source.invalid_url",
    "This is no address of a YouTube video. Copy it from the video's Share button.",
  );
}

export function withoutCaptions(message = "This video has no captions."): DomainError {
  return new DomainError("invalid", "source.no_captions", `${message} ${INSTEAD}`);
}

export function unavailableVideo(message: string): DomainError {
  return new DomainError("invalid", "source.unavailable", `${message} ${INSTEAD}`);
}

export function takenForRobot(): DomainError {
  return new DomainError(
    "unavailable",
    "source.rate_limited",
    `YouTube takes this server for a robot. Try again later. ${INSTEAD}`,
  );
}

export function upstreamChanged(cause?: unknown): DomainError {
  const error = new DomainError(
    "unavailable",
    "source.upstream_changed",
    `YouTube no longer gives its captions in a form that we can read. ${INSTEAD}`,
  );
  error.cause = cause;
  return error;
}
