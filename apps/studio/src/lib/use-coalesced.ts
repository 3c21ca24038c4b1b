import { useRef } from "react";

/** Calls that come close upon each other become one, a moment after the first. */
export function useCoalesced(run: () => void, waitMs = 250): () => void {
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  return () => {
    timer.current ??= setTimeout(() => {
      timer.current = null;
      run();
    }, waitMs);
  };
}
