import { isUnderWay, type Thread } from "./thread.ts";

const LOOKS = 5;

interface Ports {
  /** A conversation as the server has it. */
  read: (conversationId: string) => Promise<Thread>;
  stop: (messageId: string) => Promise<unknown>;
  change: (conversationId: string, change: <Held extends Thread>(thread: Held) => Held) => void;
}

interface LeftQuestion {
  conversationId: string;
  /** The ids of what the conversation held before it. */
  known: readonly string[];
  lookEveryMs: number;
  /** Another question was asked meanwhile. */
  isOvertaken: () => boolean;
}

/**
 * A question that was left before its answer began may have been heard: it is stopped there, and shown
 * as it is kept. Where the server cannot be asked, it stays as it is shown.
 */
export async function settleLeft(ports: Ports, left: LeftQuestion): Promise<void> {
  const { conversationId, known, lookEveryMs, isOvertaken } = left;
  for (let look = 0; look < LOOKS; look++) {
    const kept = await ports.read(conversationId).catch(() => null);
    if (!kept || isOvertaken()) return;
    const { messages } = kept;
    const heard = messages.find(({ id, role }) => role === "assistant" && !known.includes(id));
    if (heard && isUnderWay(heard)) await ports.stop(heard.id);
    else if (heard) return ports.change(conversationId, (thread) => ({ ...thread, messages }));
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
}
