import type { RoleName } from "@understudy/core/member/contract";

export const ROLE_WORDS: Record<RoleName, { name: string; does: string }> = {
  viewer: { name: "Viewer", does: "Reads everything and asks the twins" },
  editor: { name: "Editor", does: "Teaches, publishes and answers" },
  admin: { name: "Admin", does: "Also invites people and makes keys" },
  owner: { name: "Owner", does: "Also names the workspace and makes owners" },
};
