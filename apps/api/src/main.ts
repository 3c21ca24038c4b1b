import { EnvironmentError, readEnvironment } from "./env.ts";
import { COMMANDS, type Command, isCommand, isMode, MODES, type Mode } from "./mode.ts";
import { StartRefused } from "./start-refused.ts";

const FORCED_EXIT = 130;
/** A terminal sends Ctrl-C to npm's whole group, and the wrapper passes it on: one wish, heard twice. */
const SAME_WISH_MS = 1_000;

async function main(): Promise<void> {
  const [word = "all", what] = process.argv.slice(2);
  if (isCommand(word)) return runCommand(word, what);
  const mode = readMode(word);
  const stop = new AbortController();
  let askedAtMs = 0;
  const onSignal = () => {
    const nowMs = performance.now();
    if (!stop.signal.aborted) askedAtMs = nowMs;
    else if (nowMs - askedAtMs > SAME_WISH_MS) process.exit(FORCED_EXIT);
    stop.abort();
  };
  process.on("SIGTERM", onSignal).on("SIGINT", onSignal);
  // What no one has caught left who knows what behind: say it, and leave in order to be started anew.
  process.on("uncaughtException", (error) => {
    console.error(explain(error));
    process.exitCode = 1;
    stop.abort();
  });
  const env = readEnvironment();
  // Loaded only now: what is wrong with the settings is said at once.
  const { runProgram } = await import("./run-program.ts");
  await runProgram(mode, env, stop.signal);
}

async function runCommand(word: Command, what: string | undefined): Promise<void> {
  if (!what)
    throw new StartRefused(
      `Say ${word === "reset-link" ? "whose: reset-link E-MAIL" : `where: ${word} FILE`}.`,
    );
  const env = readEnvironment();
  if (word === "audit") {
    const { runAudit } = await import("./compose/audit-command.ts");
    return runAudit(env, what);
  }
  if (word === "reset-link") {
    const { runResetLink } = await import("./compose/reset-link-command.ts");
    return runResetLink(env, what);
  }
  if (word === "receipt") {
    const { runReceipt } = await import("./compose/receipt-command.ts");
    return runReceipt(env, what);
  }
  const { runBackup, runRestore } = await import("./compose/backup-command.ts");
  await (word === "backup" ? runBackup : runRestore)(env, what);
}

function readMode(word: string): Mode {
  if (isMode(word)) return word;
  throw new StartRefused(`There is no mode ${word}: use ${[...MODES, ...COMMANDS].join(", ")}.`);
}

try {
  await main();
  process.exit();
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}

function explain(error: unknown): string {
  if (error instanceof StartRefused) return error.message;
  if (error instanceof EnvironmentError) {
    return `These settings keep Understudy from starting:\n  ${error.message.replaceAll("\n", "\n  ")}`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
