import { vi } from "vitest";

/** What the server would answer, by the name of the procedure; any error thrown but a refusal is a fault of the test. */
export type Procedures = Record<string, (input: never) => unknown>;

/** The server says no, for this reason. */
export class Refusal extends Error {
  readonly reason: string;

  constructor(reason: string) {
    super(reason);
    this.reason = reason;
  }
}

const PERSON = { id: "person", name: "Ada Keeper", email: "ada@example.com" };

const TENANT = {
  id: "tenant",
  name: "Lighthouse",
  role: "owner",
  createdAt: "2026-11-20T10:00:00.000Z",
};

/** What every screen asks for, and every panel of something that answers. */
const WORKSPACE: Procedures = {
  "tenant.get": () => TENANT,
  "tenant.list": () => pageOf(TENANT),
  "accessGroup.list": () => pageOf(),
  "accessGroup.visibility": () => ({ items: [] }),
};

/** Stands in for the server at the edge of the browser: whoever is signed in, and what is given here. */
export function serveApi(procedures: Procedures): { calls: [procedure: string, input: unknown][] } {
  const calls: [string, unknown][] = [];
  const answer = (name: string, input: unknown) => {
    const procedure = procedures[name] ?? WORKSPACE[name];
    if (!procedure) throw new Error(`the test serves no ${name}`);
    calls.push([name, input]);
    try {
      return { result: { data: procedure(input as never) } };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const data = { code: "CONFLICT", httpStatus: 409, reason: error.reason };
      return { error: { message: error.reason, code: -32009, data } };
    }
  };
  vi.stubGlobal("EventSource", SilentEvents);
  vi.stubGlobal("fetch", async (address: string | URL, init?: RequestInit) => {
    const url = new URL(address, window.location.origin);
    if (url.pathname === "/api/auth/get-session") return Response.json({ user: PERSON });
    const names = url.pathname.replace("/trpc/", "").split(",");
    const sent = init?.method === "POST" ? String(init.body) : url.searchParams.get("input");
    const inputs = JSON.parse(sent ?? "{}") as Record<number, unknown>;
    return Response.json(names.map((name, index) => answer(name, inputs[index])));
  });
  return { calls };
}

/** A subscription on which nothing happens. */
class SilentEvents extends EventTarget {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSED = 2;
  readonly readyState = 1;
  close(): void {
    this.dispatchEvent(new Event("closed"));
  }
}

export function pageOf<Item>(...items: Item[]): { items: Item[]; nextCursor: null } {
  return { items, nextCursor: null };
}
