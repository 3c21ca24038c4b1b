import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";

export interface Site extends AsyncDisposable {
  /** `127.0.0.1:port`, as an exception names it. */
  host: string;
  port: number;
  url: string;
  /** How many connections were ever made to it. */
  readonly connections: number;
}

/** A web server on loopback that counts who comes. */
export async function startSite(
  onRequest: RequestListener,
  server: Server = createServer(onRequest),
): Promise<Site> {
  const sockets = new Set<Socket>();
  let connections = 0;
  server.on("connection", (socket) => {
    connections += 1;
    sockets.add(socket.on("error", () => {}));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    host: `127.0.0.1:${port}`,
    port,
    url: `http://127.0.0.1:${port}`,
    get connections() {
      return connections;
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
