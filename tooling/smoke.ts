import { setTimeout as delay } from "node:timers/promises";
import { showStep } from "./bootstrap/show-step.js";
import { runPackedClient } from "./client/run-packed-client.ts";
import { makeEmptyDataDir } from "./product/data-dir.ts";
import { lighthouseReport } from "./product/lighthouse-report.ts";
import type { Session } from "./product/session.ts";
import { signUp } from "./product/sign-up.ts";
import { startProduct } from "./product/start-product.ts";

type Source = { id: string; status: string; failure?: { reason: string; message: string } };
type Passage = { text: string; sourceId: string };
type Citation = { sourceId: string; quote: string };
type Completion = {
  choices: { message: { content: string } }[];
  citations: Citation[];
  understudy: { answered: boolean };
};

const product = await showStep("Starting on an empty data directory", () =>
  startProduct({}, makeEmptyDataDir()),
);
try {
  const session = await showStep("Signing up", () => signUp(product.url));
  const twin = await session.mutate<{ id: string; handle: string }>("twin.create", {
    name: "Keeper",
  });
  const source = await showStep("Uploading a PDF", () => upload(session, twin.id));
  await showStep("Waiting for it to go live", () => untilLive(session, source.id));
  await showStep("Searching", () => search(session, twin.id, source.id));
  const key = await makeKey(session);
  await showStep("Asking", () => ask(session, { key, handle: twin.handle, sourceId: source.id }));
  await showStep("Asking by the packed client", () => askPacked(session.url, key, twin.handle));
} catch (error) {
  process.stderr.write(`${product.log()}\n`);
  throw error;
} finally {
  const code = await showStep("Stopping", product.stop);
  if (code !== 0) process.stderr.write(`the product ended with ${code}\n`);
  process.exitCode ||= code ?? 1;
}

async function upload(session: Session, twinId: string): Promise<Source> {
  const form = new FormData();
  const pdf = new Blob([lighthouseReport.bytes], { type: "application/pdf" });
  form.append("files", pdf, lighthouseReport.fileName);
  const reply = await session.post(`/api/twins/${twinId}/sources`, form);
  expect(reply.status === 202, `upload: ${reply.status} ${await reply.clone().text()}`);
  const { sources } = (await reply.json()) as { sources: Source[] };
  const [source] = sources;
  if (!source) throw new Error("upload: no source in the reply");
  return source;
}

async function untilLive(session: Session, sourceId: string) {
  const deadline = performance.now() + 60_000;
  while (performance.now() < deadline) {
    const { status, failure } = await session.query<Source>("source.get", { sourceId });
    expect(status !== "failed", `ingestion: ${failure?.reason} ${failure?.message}`);
    if (status === "live") return;
    await delay(100);
  }
  throw new Error("the source was not live within a minute");
}

async function search(session: Session, twinId: string, sourceId: string) {
  const input = { twinId, query: lighthouseReport.question };
  const { passages } = await session.query<{ passages: Passage[] }>("knowledge.search", input);
  const found = passages.some(
    (passage) => passage.sourceId === sourceId && lighthouseReport.isAnsweredBy(passage.text),
  );
  expect(found, `search: the passage is not in ${JSON.stringify(passages)}`);
}

async function makeKey(session: Session): Promise<string> {
  const wanted = { name: "smoke", kind: "secret" };
  return (await session.mutate<{ key: string }>("apiKey.create", wanted)).key;
}

async function askPacked(url: string, key: string, handle: string) {
  const said = await runPackedClient([url, key, handle, lighthouseReport.question]);
  expect(lighthouseReport.isAnsweredBy(said), `the packed client heard ${said}`);
}

async function ask(
  session: Session,
  { key, handle, sourceId }: { key: string; handle: string; sourceId: string },
) {
  const reply = await fetch(`${session.url}/v1/chat/completions`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body: JSON.stringify({
      model: handle,
      messages: [{ role: "user", content: lighthouseReport.question }],
    }),
  });
  const text = await reply.text();
  expect(reply.ok, `chat: ${reply.status} ${text}`);
  const { choices, citations, understudy }: Completion = JSON.parse(text);
  expect(understudy.answered, `chat: not answered: ${text}`);
  expect(
    lighthouseReport.isAnsweredBy(choices[0]?.message.content ?? ""),
    `chat: the fact is not in ${text}`,
  );
  const cited = citations.some((citation) => citation.sourceId === sourceId && citation.quote);
  expect(cited, `chat: the source is not cited in ${text}`);
}

function expect(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Error(otherwise);
}
