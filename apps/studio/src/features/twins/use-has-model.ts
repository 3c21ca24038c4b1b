import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "#lib/trpc.ts";

/** Whether a language model is configured; undefined until it is known. */
export function useHasModel(): boolean | undefined {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.status.get.queryOptions({}, { meta: { inline: true } }));
  const chat = data?.dependencies.find(({ name }) => name === "chat");
  return data && chat?.state !== "off";
}
