import type { Session } from "./session.ts";

export type Source = {
  id: string;
  jobId: string;
  status: string;
  failure?: { reason: string; message: string };
};
export type Job = { id: string; status: string; stage: string | null; attempt: number };

/** Uploads one text file and gives the source that was acknowledged for it. */
export async function upload(session: Session, twinId: string, text: string): Promise<Source> {
  const form = new FormData();
  const name = `${crypto.randomUUID()}.txt`;
  form.append("files", new Blob([text], { type: "text/plain" }), name);
  const reply = await session.post(`/api/twins/${twinId}/sources`, form);
  const body = await reply.text();
  if (reply.status !== 202) throw new Error(`upload: ${reply.status} ${body}`);
  return JSON.parse(body).sources[0];
}

export const getSource = (session: Session, { id }: { id: string }) =>
  session.query<Source>("source.get", { sourceId: id });

export const getJob = (session: Session, { jobId }: { jobId: string }) =>
  session.query<Job>("job.get", { jobId });

/** Every passage of a source in order: what an undisturbed run and a disturbed one must share. */
export async function readChunks(session: Session, { id }: { id: string }): Promise<string[]> {
  const chunks: string[] = [];
  let cursor: string | null = null;
  do {
    const page: { items: { ordinal: number; text: string }[]; nextCursor: string | null } =
      await session.query("source.chunks", {
        sourceId: id,
        limit: 100,
        ...(cursor && { cursor }),
      });
    chunks.push(...page.items.map(({ ordinal, text }) => `${ordinal} ${text}`));
    cursor = page.nextCursor;
  } while (cursor);
  return chunks;
}

/** Asks by the door that visitors use; gives how the answer ended and what it said. */
export async function ask(session: Session, conversationId: string, message: string) {
  const reply = await fetch(`${session.url}/api/messages`, {
    method: "POST",
    headers: { ...session.headers, "content-type": "application/json" },
    body: JSON.stringify({ conversationId, message }),
  });
  const text = await reply.text();
  const ended = /"type":"(done|error)"/.exec(text)?.[1];
  return { status: reply.status, ended, text };
}

/** Text of so many sentences, none of them twice. */
export function longText(subject: string, sentences: number): string {
  return Array.from({ length: sentences }, (_, i) => {
    const end = i % 8 === 7 ? "\n\n" : " ";
    return `Keeper ${i} of ${subject} wrote down the wind, the fog and ship ${i * 7}.${end}`;
  }).join("");
}
