import { useEffect, useRef } from "react";
import { isSignedOut } from "#lib/explain-failure.ts";

const FIRST_PAUSE_MS = 1_000;
const MAX_DOUBLINGS = 5;

/** Starts a subscription anew that ended in an error: a browser does not try again after a refusal. */
export function useRevive({
  status,
  error,
  reset,
}: {
  status: string;
  error: unknown;
  reset: () => void;
}): void {
  const failures = useRef(0);
  useEffect(() => {
    if (status === "pending") failures.current = 0;
    if (status !== "error" || isSignedOut(error)) return;
    const timer = setTimeout(reset, FIRST_PAUSE_MS * 2 ** failures.current);
    failures.current = Math.min(failures.current + 1, MAX_DOUBLINGS);
    return () => clearTimeout(timer);
  }, [status, error, reset]);
}
