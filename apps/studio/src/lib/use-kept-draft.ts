import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

/**
 * What was typed into a form and not sent is there again when the form is opened again. It lives as
 * long as the page and whoever is signed in, and nowhere else.
 */
export function useKeptDraft<Draft>(name: readonly string[], initial: Draft) {
  const queryClient = useQueryClient();
  const queryKey = ["draft", ...name];
  const [kept] = useState(() => queryClient.getQueryData<Draft>(queryKey));
  const [draft, setDraft] = useState(kept ?? initial);
  const [isKept, setIsKept] = useState(kept !== undefined);
  return {
    draft,
    /** It was typed before the form was opened this time. */
    isKept,
    change(changed: Partial<Draft>) {
      const next = { ...draft, ...changed };
      setDraft(next);
      queryClient.setQueryDefaults(["draft"], { gcTime: Number.POSITIVE_INFINITY });
      queryClient.setQueryData(queryKey, next);
    },
    /** It was sent, or is not wanted any more. */
    forget() {
      queryClient.removeQueries({ queryKey });
      setDraft(initial);
      setIsKept(false);
    },
  };
}
