import { useSuspenseQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTRPC } from "#lib/trpc.ts";
import { PageHead } from "#ui/page.tsx";
import { Tabs } from "#ui/tabs.tsx";
import type { GovernanceSearch } from "../../app/governance-search.ts";
import { RulesPane } from "./rules-pane.tsx";
import { ViolationsPane } from "./violations-pane.tsx";

type Tab = "rules" | "did";

/** The rules of the workspace, or those that a twin adds, and what they did. */
export function RulesScreen({
  twinId,
  title,
  detail,
  search: { did },
  onSearch,
  note,
}: {
  twinId: string | null;
  title: string;
  detail: string;
  search: GovernanceSearch;
  onSearch: (search: GovernanceSearch) => void;
  note?: ReactNode;
}) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.governance.get.queryOptions({ twinId }));
  return (
    <div className="flex h-full min-h-0 flex-col">
      <PageHead title={title} detail={detail} />
      <Tabs<Tab>
        label={title}
        value={did ? "did" : "rules"}
        onChange={(tab) => onSearch(tab === "rules" ? {} : { did: "all" })}
        tabs={[
          { value: "rules", label: "Rules", content: <RulesPane governance={data} note={note} /> },
          {
            value: "did",
            label: "What they did",
            content: (
              <ViolationsPane
                twinId={twinId}
                kind={did === "all" ? undefined : did}
                onKind={(kind) => onSearch({ did: kind ?? "all" })}
              />
            ),
          },
        ]}
      />
    </div>
  );
}
