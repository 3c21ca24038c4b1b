import { useNavigate } from "@tanstack/react-router";
import type { Source } from "@understudy/core/source/contract";
import type { Twin } from "@understudy/core/twin/contract";
import { FileText } from "lucide-react";
import { TwinMark } from "#features/twins/twin-mark.tsx";
import type { Choice } from "./use-action-choices.tsx";

export function useTwinChoices(twins: readonly Twin[]): Choice[] {
  const navigate = useNavigate();
  return twins.map((twin) => ({
    id: twin.id,
    label: twin.name,
    icon: <TwinMark twin={twin} />,
    keywords: [twin.handle],
    run: () => navigate({ to: "/twins/$twinId", params: { twinId: twin.id }, search: {} }),
  }));
}

export function useSourceChoices(sources: readonly Source[]): Choice[] {
  const navigate = useNavigate();
  return sources.map(({ id, twinId, title }) => ({
    id,
    label: title,
    icon: <FileText aria-hidden />,
    run: () =>
      navigate({ to: "/twins/$twinId/sources", params: { twinId }, search: { source: id } }),
  }));
}
