export type Session = {
  url: string;
  headers: Record<string, string>;
  query: <T>(procedure: string, input: unknown) => Promise<T>;
  mutate: <T>(procedure: string, input: unknown) => Promise<T>;
  post: (path: string, body: FormData) => Promise<Response>;
  /** The same credential at another process. */
  at: (url: string) => Session;
};

/** What someone with this credential can call; a refusal throws with its status and text. */
export function openSession(url: string, headers: Record<string, string>): Session {
  const json = { ...headers, "content-type": "application/json" };
  return {
    url,
    headers,
    query: async (procedure, input) => {
      const encoded = encodeURIComponent(JSON.stringify(input));
      const address = `${url}/trpc/${procedure}?input=${encoded}`;
      return readResult(procedure, await fetch(address, { headers }));
    },
    mutate: async (procedure, input) => {
      const request = { method: "POST", headers: json, body: JSON.stringify(input) };
      return readResult(procedure, await fetch(`${url}/trpc/${procedure}`, request));
    },
    post: (path, body) => fetch(`${url}${path}`, { method: "POST", headers, body }),
    at: (other) => openSession(other, headers.origin ? { ...headers, origin: other } : headers),
  };
}

async function readResult<T>(procedure: string, reply: Response): Promise<T> {
  const text = await reply.text();
  if (!reply.ok) throw new Error(`${procedure}: ${reply.status} ${text}`);
  return JSON.parse(text).result.data;
}
