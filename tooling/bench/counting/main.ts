// pnpm bench counting [--questions 400]
import { parseArgs } from "node:util";
import { startChat } from "@understudy/core/conversation/conversations";
import { openExchange } from "@understudy/core/conversation/exchange";
import { openTestWorld, type TestWorld } from "@understudy/core/testing/open-test-world";
import { createTwin } from "@understudy/core/twin/create-twin";
import { countQuestion } from "@understudy/core/usage/count-question";
import { cpuSeconds } from "../jobs/cpu-seconds.ts";
import { onServer } from "../on-server.ts";

const { values } = parseArgs({ options: { questions: { type: "string", default: "400" } } });
const questions = Number(values.questions);
const AT_ONCE = 8;

await onServer(show);

async function show() {
  await using world = await openTestWorld();
  const askers = await Promise.all(Array.from({ length: AT_ONCE }, () => openAsker(world)));
  const [first] = askers;
  const inOne = await Promise.all(askers.map(() => first!.another()));
  const { owner, twinId } = first!;
  const none = await time(() => owner.transaction(async () => {}));
  const counted = await time(() =>
    owner.transaction((tx) => countQuestion(tx, owner.actor, twinId)),
  );
  const kept = await time((i) => askers[i % AT_ONCE]!.ask());
  const keptInOne = await time((i) => inOne[i % AT_ONCE]!());
  const line = (name: string, { wallMs, cpuMs }: Timed) =>
    console.log(`${name}: ${wallMs.toFixed(2)} ms, ${cpuMs?.toFixed(2) ?? "?"} ms of CPU`);
  console.log(`a question each, ${AT_ONCE} at once, ${questions} in all`);
  line("a transaction that does nothing", none);
  line("one that counts a question of one tenant", counted);
  line(`questions kept, of ${AT_ONCE} tenants`, kept);
  line("questions kept, all of one tenant", keptInOne);
  console.log(`one tenant's wait for each other: ×${(keptInOne.wallMs / kept.wallMs).toFixed(2)}`);
}

interface Timed {
  wallMs: number;
  cpuMs: number | undefined;
}

/** Of each of the questions, with so many under way at any time. */
async function time(work: (at: number) => Promise<unknown>): Promise<Timed> {
  let next = 0;
  const [beganMs, before] = [performance.now(), cpuSeconds()];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (next < questions) await work(next++);
    }),
  );
  const after = cpuSeconds();
  const cpuMs =
    before === undefined || after === undefined
      ? undefined
      : ((after - before) * 1_000) / questions;
  return { wallMs: (performance.now() - beganMs) / questions, cpuMs };
}

async function openAsker(world: TestWorld) {
  const tenant = await world.newTenant();
  const owner = tenant.as("owner");
  const { id: twinId } = await createTwin.run(owner, { name: "Counted" });
  const another = async () => {
    const { id: conversationId } = await startChat.run(owner, { twinId });
    return () => openExchange(owner, { conversationId, message: "How many?" });
  };
  return { owner, twinId, another, ask: await another() };
}
