import { MutationCache, notifyManager, QueryCache, QueryClient } from "@tanstack/react-query";
import type { Toasts } from "#ui/toast-store.ts";
import { busyPauseMs } from "./busy-pause.ts";
import { explainFailure, isGone, isSignedOut } from "./explain-failure.ts";

const FRESH_MS = 10_000;
const MAX_RETRIES = 2;
const MAX_BUSY_RETRIES = 10;

// Before the next click is heard: a button is shut when somebody clicks it twice.
notifyManager.setScheduler(queueMicrotask);

declare module "@tanstack/react-query" {
  interface Register {
    /** `inline: true` on a mutation whose own form says what went wrong. */
    mutationMeta: { inline?: boolean };
  }
}

export function createQueryClient({
  toasts,
  onSignedOut,
}: {
  toasts: Toasts;
  onSignedOut: () => void;
}): QueryClient {
  const leaveIfSignedOut = (error: unknown) => {
    if (!isSignedOut(error)) return;
    const { reason, text } = explainFailure(error);
    const isNew = !toasts.read().some((toast) => toast.text === text);
    if (reason === "account.no_tenant" && isNew) toasts.show({ tone: "bad", text });
    onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError: leaveIfSignedOut }),
    mutationCache: new MutationCache({
      onError: (error, _variables, _result, mutation) => {
        leaveIfSignedOut(error);
        if (mutation.meta?.inline) return;
        const { text, correlationId } = explainFailure(error);
        toasts.show({ tone: "bad", text, detail: correlationId && `Reference ${correlationId}` });
      },
    }),
    defaultOptions: {
      // A browser that says it is offline may well reach a server on its own machine or network, and
      // otherwise what fails is to be said, not kept back.
      mutations: {
        networkMode: "always",
        retry: (failures, error) => failures < MAX_BUSY_RETRIES && busyPauseMs(error) !== null,
        retryDelay: (_failures, error) => busyPauseMs(error) ?? 0,
      },
      queries: {
        networkMode: "always",
        refetchOnReconnect: true,
        staleTime: FRESH_MS,
        retry: (failures, error) => failures < MAX_RETRIES && !isGone(error) && !isSignedOut(error),
      },
    },
  });
}
