import type { Context } from "../kernel/context.ts";
import { storeText } from "./store-text.ts";

export function storeNote(ctx: Context, text: string) {
  return storeText(ctx, text, { fileName: "note.txt", mediaType: "text/plain" });
}
