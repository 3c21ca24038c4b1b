import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Code, Plus } from "lucide-react";
import { useState } from "react";
import { useTwin } from "#features/twins/use-twin.ts";
import { useTRPC } from "#lib/trpc.ts";
import { usePageTitle } from "#lib/use-page-title.ts";
import { Button } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Select } from "#ui/select.tsx";
import { NewWidgetDialog } from "./new-widget-dialog.tsx";
import { WidgetEditor } from "./widget-editor.tsx";

export function WidgetPage() {
  const twin = useTwin();
  usePageTitle("Widget", twin.name);
  const trpc = useTRPC();
  const { widget: chosen } = useSearch({ from: "/studio/twins/$twinId/launch/widget" });
  const navigate = useNavigate({ from: "/twins/$twinId/launch/widget" });
  const [isMaking, setIsMaking] = useState(false);
  const list = useSuspenseQuery(trpc.widget.list.queryOptions({ twinId: twin.id, limit: 100 })).data
    .items;
  const widget = list.find(({ id }) => id === chosen) ?? list[0];
  const make = (
    <Button variant={widget ? "secondary" : "primary"} onClick={() => setIsMaking(true)}>
      <Plus aria-hidden />
      New widget
    </Button>
  );
  return (
    <div className="flex min-h-full flex-col">
      {widget ? (
        <>
          <div className="flex flex-wrap items-center gap-2 px-6 pt-3 max-md:px-4">
            <Select
              aria-label="Widget"
              className="w-56"
              value={widget.id}
              onChange={(event) => navigate({ search: { widget: event.target.value } })}
            >
              {list.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
            {make}
          </div>
          <WidgetEditor key={widget.id} widget={widget} twin={twin} />
        </>
      ) : (
        <EmptyState
          icon={<Code />}
          title="Put the twin on your site"
          action={make}
          example="For example beside the questions and answers of your shop."
        >
          One line of script brings a button to the corner of your pages. It answers on the domains
          you allow, and nowhere else.
        </EmptyState>
      )}
      {isMaking && <NewWidgetDialog twinId={twin.id} onClose={() => setIsMaking(false)} />}
    </div>
  );
}
