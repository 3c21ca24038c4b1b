import { Link } from "@tanstack/react-router";
import type { Conversation } from "@understudy/core/conversation/contract";
import { Ellipsis, Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { formatAgo } from "#lib/format-time.ts";
import { IconButton } from "#ui/icon-button.tsx";
import { Menu, MenuItem } from "#ui/menu.tsx";
import { ConversationTitleField } from "./conversation-title-field.tsx";
import type { useConversationActions } from "./use-conversation-actions.ts";

/** Where it was held, when that was not here. */
const CHANNEL_WORDS: Record<Conversation["channel"], string> = {
  studio: "",
  api: "API, ",
  link: "Share link, ",
  widget: "Widget, ",
  page: "Public page, ",
  mcp: "MCP, ",
};

export function ConversationRow({
  conversation: { id, twinId, title, channel, updatedAt },
  actions: { rename, remove },
  now,
  onGo,
}: {
  conversation: Conversation;
  actions: ReturnType<typeof useConversationActions>;
  now: number;
  onGo?: () => void;
}) {
  const [isRenaming, setIsRenaming] = useState(false);
  const name = title || "New conversation";
  if (isRenaming) {
    return (
      <ConversationTitleField
        title={title}
        onRename={(next) => rename(id, next)}
        onClose={() => setIsRenaming(false)}
      />
    );
  }
  return (
    <div className="group relative">
      <Link
        to="/twins/$twinId/chat/$conversationId"
        params={{ twinId, conversationId: id }}
        search={{}}
        data-row-id={id}
        onClick={onGo}
        activeOptions={{ includeSearch: false }}
        className="grid rounded-md px-2 py-1.5 group-hover:pr-9 group-focus-within:pr-9 hover:bg-hover data-[status=active]:bg-selected max-md:pr-9"
      >
        <span className="truncate">{name}</span>
        <span className="text-xs text-faint">
          {CHANNEL_WORDS[channel]}
          {formatAgo(updatedAt, now)}
        </span>
      </Link>
      <span className="absolute top-1/2 right-1 -translate-y-1/2 opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 has-data-[state=open]:opacity-100 max-md:opacity-100">
        <Menu
          trigger={
            <IconButton label={`Actions for ${name}`} size="small-icon">
              <Ellipsis aria-hidden />
            </IconButton>
          }
        >
          <MenuItem onSelect={() => setIsRenaming(true)}>
            <Pencil aria-hidden />
            Rename
          </MenuItem>
          <MenuItem danger onSelect={() => remove(id)}>
            <Trash2 aria-hidden />
            Remove
          </MenuItem>
        </Menu>
      </span>
    </div>
  );
}
