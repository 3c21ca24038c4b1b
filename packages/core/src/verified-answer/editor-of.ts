import type { Editor } from "@understudy/db/queries/verified-answers";
import type { Actor } from "../kernel/actor.ts";

/** Whom a version names as the one who wrote it. */
export function editorOf(actor: Actor): Editor {
  switch (actor.kind) {
    case "user":
      return { actorKind: actor.kind, actorId: actor.userId };
    case "api_key":
      return { actorKind: actor.kind, actorId: actor.apiKeyId };
    case "visitor":
      throw new Error("A visitor edits nothing.");
    case "system":
      return { actorKind: actor.kind, actorId: null };
  }
}
