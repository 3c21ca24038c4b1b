import { useBlocker } from "@tanstack/react-router";

/** Holds whoever leads to another screen while something is not saved; what they answer is the dialog's. */
export function useLeaveGuard(isChanged: boolean) {
  return useBlocker({
    shouldBlockFn: ({ current, next }) => isChanged && current.pathname !== next.pathname,
    enableBeforeUnload: isChanged,
    withResolver: true,
  });
}

export type LeaveGuard = ReturnType<typeof useLeaveGuard>;
