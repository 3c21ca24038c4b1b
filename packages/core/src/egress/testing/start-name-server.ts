import { createSocket } from "node:dgram";
import { once } from "node:events";
import type { AddressInfo } from "node:net";

export interface NameServer extends AsyncDisposable {
  /** As resolvers take it. */
  address: string;
  /** What is asked for and not here, there is not; `fails`: it answers that it cannot say. */
  records: Map<string, string[]>;
  fails: boolean;
}

const HEADER_BYTES = 12;
const PIECE_BYTES = 255;

/** A name server on loopback that knows TXT records (RFC 1035). */
export async function startNameServer(): Promise<NameServer> {
  const socket = createSocket("udp4");
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  const { port } = socket.address() as AddressInfo;
  const server: NameServer = {
    address: `127.0.0.1:${port}`,
    records: new Map(),
    fails: false,
    async [Symbol.asyncDispose]() {
      await new Promise<void>((closed) => socket.close(closed));
    },
  };
  socket.on("message", (query, { port: from, address }) => {
    const { name, question } = readQuestion(query);
    const records = server.records.get(name);
    const code = server.fails ? 2 : records ? 0 : 3;
    const answers = code === 0 ? records!.map(answer) : [];
    const header = Buffer.alloc(HEADER_BYTES);
    query.copy(header, 0, 0, 2);
    header.writeUInt16BE(0x8180 | code, 2);
    header.writeUInt16BE(1, 4);
    header.writeUInt16BE(answers.length, 6);
    socket.send(Buffer.concat([header, question, ...answers]), from, address);
  });
  return server;
}

function readQuestion(query: Buffer): { name: string; question: Buffer } {
  const labels: string[] = [];
  let at = HEADER_BYTES;
  for (let length = query[at]!; length > 0; length = query[at]!) {
    labels.push(query.toString("latin1", at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join(".").toLowerCase(), question: query.subarray(HEADER_BYTES, at + 5) };
}

/** Of the name in the question, one minute long; in pieces, as long ones come. */
function answer(text: string): Buffer {
  const bytes = Buffer.from(text);
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    const piece = bytes.subarray(at, at + PIECE_BYTES);
    pieces.push(Buffer.from([piece.length]), piece);
  }
  const said = Buffer.concat(pieces);
  const head = Buffer.from([0xc0, HEADER_BYTES, 0, 16, 0, 1, 0, 0, 0, 60, 0, 0]);
  head.writeUInt16BE(said.length, 10);
  return Buffer.concat([head, said]);
}
