import { readRefusal } from "./request-failed.ts";

/** What a source was made from, as text. */
export async function fetchSourceFile(sourceId: string): Promise<string> {
  const response = await fetch(`/api/sources/${sourceId}/file`);
  if (!response.ok) throw await readRefusal(response);
  return response.text();
}
