import { type ChildProcess, spawn } from "node:child_process";
import type { Socket } from "node:net";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { SourceRejected } from "../source-rejected.ts";
import { exitRejection, timeoutRejection } from "./exit-rejection.ts";
import { createFrameReader, type FrameReader, FrameTooLarge, StreamEnded } from "./frames.ts";
import type { ParseReply, Readings } from "./messages.ts";
import type { PoolSettings } from "./pool-settings.ts";
import { sandboxArguments } from "./sandbox-arguments.ts";
import { type ParseInput, sendInput } from "./send-input.ts";

export interface ParserProcess {
  readonly exited: Promise<void>;
  isUsable(): boolean;
  /** One document at a time; after any failure but a rejection the process is no longer usable. */
  read<Kind extends keyof Readings>(input: Asked<Kind>, stop: AbortSignal): Promise<Readings[Kind]>;
  /** Lets the child wait for more work, without keeping this process alive for it. */
  rest(): void;
  end(): Promise<void>;
}

/** A file, and what is to be made of it. */
export type Asked<Kind extends keyof Readings> = ParseInput & { reading: Kind };

/** Starts a child that may read its own code only, and that ends with this process. */
export function startParserProcess(settings: PoolSettings): ParserProcess {
  const child = spawnChild(settings);
  const reader = createFrameReader(child.stdout!);
  // A write to a dead child fails; its exit says why.
  child.stdin!.on("error", () => child.kill("SIGKILL"));
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  let documentCount = 0;
  let idleTimer: NodeJS.Timeout | undefined;

  const end = () => {
    clearTimeout(idleTimer);
    // Who waits for the end must live to see it.
    child.ref();
    child.kill("SIGKILL");
    return exited;
  };

  return {
    exited,
    end,
    isUsable: () => isRunning(child) && documentCount < settings.documentsPerChild,
    async read(input, stop) {
      clearTimeout(idleTimer);
      hold(child, true);
      documentCount += 1;
      const deadline = AbortSignal.timeout(settings.timeoutMs);
      const halt = AbortSignal.any([stop, deadline]);
      const kill = () => child.kill("SIGKILL");
      halt.addEventListener("abort", kill, { once: true });
      try {
        return await exchange({ child, reader, exited, settings }, input);
      } catch (error) {
        stop.throwIfAborted();
        throw deadline.aborted ? timeoutRejection() : error;
      } finally {
        halt.removeEventListener("abort", kill);
      }
    },
    rest() {
      hold(child, false);
      idleTimer = setTimeout(end, settings.idleMs).unref();
    },
  };
}

function spawnChild(settings: PoolSettings): ChildProcess {
  const script = fileURLToPath(new URL("./parser-child.ts", import.meta.url));
  const options = [settings.parserModule.href, String(settings.memoryMb)];
  return spawn(process.execPath, [...sandboxArguments(settings), script, ...options], {
    env: {},
    stdio: ["pipe", "pipe", "ignore"],
  });
}

interface Exchange {
  child: ChildProcess;
  reader: FrameReader;
  exited: Promise<void>;
  settings: PoolSettings;
}

async function exchange<Kind extends keyof Readings>(
  exchange: Exchange,
  input: Asked<Kind>,
): Promise<Readings[Kind]> {
  const { child, exited } = exchange;
  const died = exited.then(() => Promise.reject(exitRejection(child.exitCode, child.signalCode)));
  const answered = sendAndReceive(exchange, input, died);
  // The loser of the race fails later, unheard.
  died.catch(() => {});
  answered.catch(() => {});
  const reply = await Promise.race([died, answered]);
  if ("reading" in reply) return reply.reading;
  throw new SourceRejected(reply.rejection.reason, reply.rejection.message);
}

async function sendAndReceive<Kind extends keyof Readings>(
  { child, reader, settings }: Exchange,
  input: Asked<Kind>,
  died: Promise<never>,
): Promise<ParseReply<Readings[Kind]>> {
  try {
    await sendInput(child.stdin!, input, settings.maxInputBytes);
    return (await reader.readJson(settings.maxOutputBytes)) as ParseReply<Readings[Kind]>;
  } catch (error) {
    if (error instanceof StreamEnded) return died;
    // Whatever else went wrong, the two sides no longer agree on where a frame begins.
    if (!(error instanceof SourceRejected)) child.kill("SIGKILL");
    throw error instanceof FrameTooLarge ? tooMuchText(error) : error;
  }
}

function tooMuchText(cause: Error): SourceRejected {
  return new SourceRejected("source.too_large", "This file holds too much text. Split it up.", {
    cause,
  });
}

function isRunning({ exitCode, signalCode, killed }: ChildProcess): boolean {
  return exitCode === null && signalCode === null && !killed;
}

/** Whether a child and its pipes keep this process alive. */
function hold(child: ChildProcess, keepsAlive: boolean): void {
  for (const handle of [child, child.stdin as Socket, child.stdout as Socket]) {
    if (keepsAlive) handle.ref();
    else handle.unref();
  }
}
