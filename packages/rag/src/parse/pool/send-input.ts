import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { Writable } from "node:stream";
import { SourceRejected } from "../source-rejected.ts";
import { encodeFrame } from "./frames.ts";
import type { ParseRequest } from "./messages.ts";

/** A file at a path is streamed into the child: the parent never holds it. */
export type ParseInput = { fileName: string; password?: string } & (
  | { bytes: Uint8Array }
  | { path: string }
);

/** Writes a request and the document's bytes. */
export async function sendInput(
  to: Writable,
  { reading, ...input }: ParseInput & Pick<ParseRequest, "reading">,
  maxBytes: number,
): Promise<void> {
  const byteLength = "bytes" in input ? input.bytes.length : (await stat(input.path)).size;
  if (byteLength > maxBytes) {
    throw new SourceRejected(
      "source.too_large",
      "This file is too large. Split it into smaller files.",
    );
  }
  const { fileName, password } = input;
  const request: ParseRequest = {
    reading,
    fileName: fileName.slice(0, 4_000),
    password,
    byteLength,
  };
  to.write(encodeFrame(request));
  if ("bytes" in input) to.write(input.bytes);
  else if (byteLength > 0) await sendFile(to, input.path, byteLength);
}

async function sendFile(to: Writable, path: string, byteLength: number): Promise<void> {
  for await (const chunk of createReadStream(path, { end: byteLength - 1 })) {
    if (to.destroyed) return;
    if (!to.write(chunk)) await drained(to);
  }
}

function drained(to: Writable): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      to.off("drain", done).off("close", done);
      resolve();
    };
    to.on("drain", done).on("close", done);
  });
}
