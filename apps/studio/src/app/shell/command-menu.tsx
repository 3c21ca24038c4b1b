import { useQuery } from "@tanstack/react-query";
import { Command } from "cmdk";
import { Dialog } from "radix-ui";
import { useDeferredValue, useState } from "react";
import { useTRPC } from "#lib/trpc.ts";
import { COMMAND_GROUP, COMMAND_INPUT, COMMAND_ITEM } from "#ui/command.ts";
import { SCRIM } from "#ui/dialog.tsx";
import { type Choice, useActionChoices } from "./use-action-choices.tsx";
import { useScreenChoices } from "./use-screen-choices.tsx";
import { useSourceChoices, useTwinChoices } from "./use-subject-choices.tsx";

const SOURCES_SHOWN = 8;

export function CommandMenu({ twinId, onClose }: { twinId?: string; onClose: () => void }) {
  const trpc = useTRPC();
  const [typed, setTyped] = useState("");
  const search = useDeferredValue(typed.trim());
  const twins = useQuery(trpc.twin.list.queryOptions({ limit: 100 }));
  const sources = useQuery(
    trpc.source.list.queryOptions(
      { twinId: twinId ?? "", search, limit: SOURCES_SHOWN },
      { enabled: twinId !== undefined && search !== "" },
    ),
  );
  const groups = [
    { heading: "Go to", choices: useScreenChoices(twinId) },
    { heading: "Do", choices: useActionChoices(twinId) },
    { heading: "Twins", choices: useTwinChoices(twins.data?.items ?? []) },
    { heading: "Sources", choices: useSourceChoices(sources.data?.items ?? []) },
  ];
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className={SCRIM} />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed top-[14vh] left-1/2 z-50 w-[calc(100vw-2rem)] max-w-xl -translate-x-1/2 animate-appear overflow-hidden rounded-xl bg-raised shadow-float max-md:top-4"
        >
          <Dialog.Title className="sr-only">Search or do</Dialog.Title>
          <Command label="Search or do" loop>
            <Command.Input
              value={typed}
              onValueChange={setTyped}
              placeholder="Search twins, sources, screens and actions…"
              className={COMMAND_INPUT}
            />
            <Command.List className="max-h-[min(24rem,60vh)] overflow-y-auto p-1.5">
              <Command.Empty className="px-2 py-6 text-center text-muted">
                Nothing matches “{typed}”.
              </Command.Empty>
              {groups.map(({ heading, choices }) => (
                <ChoiceGroup key={heading} heading={heading} choices={choices} onClose={onClose} />
              ))}
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function ChoiceGroup({
  heading,
  choices,
  onClose,
}: {
  heading: string;
  choices: readonly Choice[];
  onClose: () => void;
}) {
  if (choices.length === 0) return null;
  return (
    <Command.Group heading={heading} className={COMMAND_GROUP}>
      {choices.map(({ id, label, icon, keywords, run }) => (
        <Command.Item
          key={id}
          value={id}
          keywords={[label, ...(keywords ?? [])]}
          className={COMMAND_ITEM}
          onSelect={() => {
            onClose();
            run();
          }}
        >
          {icon}
          <span className="truncate">{label}</span>
        </Command.Item>
      ))}
    </Command.Group>
  );
}
