/** A refusal or fault of a plain HTTP call, with what our errors carry. */
export class RequestFailed extends Error {
  override readonly name = "RequestFailed";
  readonly status: number;
  readonly reason: string | undefined;
  readonly correlationId: string | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(
    message: string,
    told: {
      status: number;
      reason?: string;
      correlationId?: string | null;
      retryAfterSeconds?: number | undefined;
    },
  ) {
    super(message);
    this.status = told.status;
    this.reason = told.reason;
    this.correlationId = told.correlationId ?? undefined;
    this.retryAfterSeconds = told.retryAfterSeconds;
  }
}

/** Reads the JSON body of a refusal; bodies that are not ours leave only the status. */
export async function readRefusal(response: Response): Promise<RequestFailed> {
  return toRefusal({
    status: response.status,
    body: await response.text(),
    correlationId: response.headers.get("x-correlation-id"),
    retryAfterSeconds: Number(response.headers.get("retry-after")) || undefined,
  });
}

export function toRefusal({
  status,
  body,
  correlationId,
  retryAfterSeconds,
}: {
  status: number;
  body: string;
  correlationId: string | null;
  retryAfterSeconds?: number | undefined;
}): RequestFailed {
  const told = parseObject(body);
  const error = typeof told.error === "object" && told.error ? (told.error as Fields) : told;
  const text = (value: unknown) => (typeof value === "string" ? value : undefined);
  return new RequestFailed(text(error.message) ?? "", {
    status,
    reason: text(error.reason) ?? text(error.code),
    correlationId: correlationId ?? text(error.correlationId),
    retryAfterSeconds,
  });
}

type Fields = Record<string, unknown>;

function parseObject(body: string): Fields {
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === "object" && parsed !== null ? (parsed as Fields) : {};
  } catch {
    return {};
  }
}
