import { useNavigate, useSearch } from "@tanstack/react-router";
import type { Unfolding } from "./source-title-cell.tsx";

/** Which sites and archives lie open stands in the address. */
export function useFolds(): { of: (id: string) => Unfolding } {
  const { unfolded = [] } = useSearch({ from: "/studio/twins/$twinId/sources" });
  const navigate = useNavigate({ from: "/twins/$twinId/sources" });
  return {
    of: (id) => ({
      isUnfolded: unfolded.includes(id),
      onToggle: () => {
        const next = unfolded.includes(id)
          ? unfolded.filter((each) => each !== id)
          : [...unfolded, id];
        void navigate({
          search: (current) => ({ ...current, unfolded: next.length > 0 ? next : undefined }),
          replace: true,
        });
      },
    }),
  };
}
