import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Command } from "cmdk";
import { Check, ChevronsUpDown, Layers, Plus } from "lucide-react";
import { useState } from "react";
import { TwinMark } from "#features/twins/twin-mark.tsx";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { COMMAND_INPUT, COMMAND_ITEM } from "#ui/command.ts";
import { Popover } from "#ui/popover.tsx";

export function TwinSwitcher({ twinId }: { twinId?: string }) {
  const trpc = useTRPC();
  const navigate = useNavigate();
  const [isOpen, setIsOpen] = useState(false);
  const { data: twins } = useQuery(trpc.twin.list.queryOptions({ limit: 100 }));
  const current = twins?.items.find((twin) => twin.id === twinId);
  const go = (run: () => unknown) => () => {
    setIsOpen(false);
    run();
  };
  return (
    <Popover
      label="Switch twin"
      align="start"
      open={isOpen}
      onOpenChange={setIsOpen}
      className="w-72"
      trigger={
        <Button variant="ghost" className="max-w-56 min-w-0 px-2 text-ink max-md:shrink">
          {current && <TwinMark twin={current} />}
          <span className="truncate">{current?.name ?? "Twins"}</span>
          <ChevronsUpDown aria-hidden className="text-faint" />
        </Button>
      }
    >
      <Command label="Twins" loop>
        <Command.Input placeholder="Find a twin…" className={COMMAND_INPUT} />
        <Command.List className="max-h-72 overflow-y-auto p-1">
          <Command.Empty className="px-2 py-4 text-center text-muted">No such twin.</Command.Empty>
          {twins?.items.map((twin) => (
            <Command.Item
              key={twin.id}
              value={twin.id}
              keywords={[twin.name, twin.handle]}
              className={COMMAND_ITEM}
              onSelect={go(() =>
                navigate({ to: "/twins/$twinId", params: { twinId: twin.id }, search: {} }),
              )}
            >
              <TwinMark twin={twin} />
              <span className="truncate">{twin.name}</span>
              {twin.id === twinId && <Check aria-label="current" className="ml-auto" />}
            </Command.Item>
          ))}
          <Command.Group className="-mx-1 mt-1 border-t border-line px-1 pt-1">
            <Command.Item
              className={COMMAND_ITEM}
              onSelect={go(() => navigate({ to: "/twins", search: { new: true } }))}
            >
              <Plus aria-hidden />
              New twin
            </Command.Item>
            <Command.Item
              className={COMMAND_ITEM}
              onSelect={go(() => navigate({ to: "/twins", search: {} }))}
            >
              <Layers aria-hidden />
              All twins
            </Command.Item>
          </Command.Group>
        </Command.List>
      </Command>
    </Popover>
  );
}
