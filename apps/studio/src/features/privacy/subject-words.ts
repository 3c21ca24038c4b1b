import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "#lib/trpc.ts";

interface Subject {
  kind: string;
  subjectId: string | null;
  twinId: string | null;
}

const KINDS: Record<string, string> = {
  visitor: "A visitor",
  twin: "A twin",
  tenant: "The workspace",
  bundle: "A twin, to take elsewhere",
};

/** What a row is about; what is gone is named by its id only. */
export function useSubjectWords(): (subject: Subject) => { name: string; detail: string | null } {
  const trpc = useTRPC();
  const twins = useSuspenseQuery(trpc.twin.list.queryOptions({ limit: 100 })).data.items;
  return ({ kind, subjectId, twinId }) => {
    const twin = twins.find(({ id }) => id === twinId)?.name;
    const name = KINDS[kind] ?? kind;
    if (twin) return { name: kind === "visitor" ? `${name} of ${twin}` : twin, detail: subjectId };
    return { name, detail: subjectId };
  };
}
