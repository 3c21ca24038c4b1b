import { type AnswerEvent, createUnderstudyClient, UnderstudyError } from "@understudy/client";

/** What an engineer writes in a project of their own; checked strictly, and run. */
const [url = "", apiKey = "", handle = "", question = ""] = process.argv.slice(2);
const understudy = createUnderstudyClient({ url, apiKey });

const { items } = await understudy.api.twin.list.query({});
const twin = items.find((each) => each.handle === handle);
if (!twin) throw new Error(`no twin ${handle}`);
// @ts-expect-error: types reach through the router, so that this is no field of a twin.
twin.nonsense;

const { id: conversationId } = await understudy.api.chat.start.mutate({ twinId: twin.id });
let said = "";
let last: AnswerEvent["type"] | undefined;
for await (const event of understudy.ask({ conversationId, message: question })) {
  last = event.type;
  if (event.type === "delta") said += event.text;
}
if (last !== "done") throw new Error(`the answer ended with ${last}`);

const refusal: unknown = await understudy.api.twin.get
  .query({ twinId: conversationId })
  .catch((error: unknown) => error);
if (!(refusal instanceof UnderstudyError) || refusal.reason !== "twin.not_found") {
  throw new Error(`refused otherwise: ${refusal}`);
}
process.stdout.write(said);
