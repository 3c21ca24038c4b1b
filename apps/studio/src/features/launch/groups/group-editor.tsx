import type { AccessGroup } from "@understudy/core/access-group/contract";
import type { Twin } from "@understudy/core/twin/contract";
import { ArrowLeft } from "lucide-react";
import type { GroupPart } from "#app/groups-search.ts";
import { IconButton } from "#ui/icon-button.tsx";
import { Tabs } from "#ui/tabs.tsx";
import { ContentForm } from "./content-form.tsx";
import { GroupForm } from "./group-form.tsx";
import { LimitsForm } from "./limits-form.tsx";
import { MembersForm } from "./members-form.tsx";
import { VoiceForm } from "./voice-form.tsx";

/** All that a group is, part by part; each is saved by itself. */
export function GroupEditor({
  group,
  twin,
  groupCount,
  part,
  onPart,
  onClose,
}: {
  group: AccessGroup;
  twin: Twin;
  groupCount: number;
  part: GroupPart;
  onPart: (part: GroupPart) => void;
  onClose: () => void;
}) {
  return (
    <div className="flex h-full min-h-0 flex-col">
      <header className="flex items-center gap-2 px-4 py-2">
        <IconButton label="All access groups" onClick={onClose}>
          <ArrowLeft aria-hidden />
        </IconButton>
        <h2 className="truncate font-semibold">{group.name}</h2>
      </header>
      <Tabs
        label="About this group"
        value={part}
        onChange={onPart}
        tabs={[
          { value: "members", label: "Who", content: <MembersForm group={group} /> },
          { value: "content", label: "Content", content: <ContentForm group={group} /> },
          { value: "limits", label: "Limits", content: <LimitsForm group={group} /> },
          { value: "voice", label: "Voice", content: <VoiceForm group={group} twin={twin} /> },
          {
            value: "group",
            label: "Group",
            content: <GroupForm group={group} groupCount={groupCount} onRemoved={onClose} />,
          },
        ]}
      />
    </div>
  );
}
