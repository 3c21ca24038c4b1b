import { RequestFailed, toRefusal } from "./request-failed.ts";

export interface UploadedSource {
  id: string;
  title: string;
  status: string;
  jobId: string | null;
  duplicateOf?: string;
}

interface Refused {
  reason: string;
  message?: string;
}

interface UploadReply {
  sources: UploadedSource[];
  refused?: Refused[];
}

/**
 * Sends one file to a twin, or in the place of a source's old one. XMLHttpRequest, because fetch does not tell how much was sent.
 * Throws RequestFailed when the file is refused; `signal` stops the sending.
 */
export function uploadFile({
  twinId,
  sourceId,
  file,
  signal,
  onProgress,
}: {
  twinId: string;
  sourceId?: string;
  file: File;
  signal: AbortSignal;
  onProgress: (fraction: number) => void;
}): Promise<UploadedSource> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    if (sourceId) request.open("PUT", `/api/sources/${sourceId}/file`);
    else request.open("POST", `/api/twins/${twinId}/sources`);
    request.upload.addEventListener("progress", ({ loaded, total }) =>
      onProgress(total > 0 ? loaded / total : 0),
    );
    request.addEventListener("load", () => {
      try {
        resolve(readReply(request));
      } catch (error) {
        reject(error);
      }
    });
    request.addEventListener("error", () => reject(new RequestFailed("", { status: 0 })));
    request.addEventListener("abort", () => reject(new DOMException("Stopped", "AbortError")));
    signal.addEventListener("abort", () => request.abort(), { once: true });
    const form = new FormData();
    form.append(sourceId ? "file" : "files", file);
    request.send(form);
  });
}

function readReply(request: XMLHttpRequest): UploadedSource {
  const { status, responseText: body } = request;
  const correlationId = request.getResponseHeader("x-correlation-id");
  if (status < 200 || status >= 300) throw toRefusal({ status, body, correlationId });
  const reply = JSON.parse(body) as UploadReply | UploadedSource;
  if ("id" in reply) return reply;
  const { sources, refused } = reply;
  const [source] = sources;
  if (source) return source;
  throw new RequestFailed(refused?.[0]?.message ?? "", {
    status,
    reason: refused?.[0]?.reason,
    correlationId,
  });
}
