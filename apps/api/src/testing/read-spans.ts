/** A span as a receiver of OTLP's protobuf sees it. */
export interface SentSpan {
  traceId: string;
  spanId: string;
  parentSpanId: string;
  name: string;
  kind: number;
  attributes: Record<string, unknown>;
}

/** The numbers of the fields are those of opentelemetry/proto/trace/v1/trace.proto. */
export function readSpans(request: Uint8Array): SentSpan[] {
  const resourceSpans = messages(fieldsOf(request), 1);
  const scopeSpans = resourceSpans.flatMap((fields) => messages(fields, 2));
  return scopeSpans.flatMap((fields) => messages(fields, 2)).map(readSpan);
}

function readSpan(fields: Field[]): SentSpan {
  return {
    traceId: hexOf(fields, 1),
    spanId: hexOf(fields, 2),
    parentSpanId: hexOf(fields, 4),
    name: textOf(fields, 5),
    kind: Number(firstOf(fields, 6) ?? 0),
    attributes: Object.fromEntries(
      messages(fields, 9).map((pair) => [textOf(pair, 1), readValue(messages(pair, 2)[0] ?? [])]),
    ),
  };
}

/** AnyValue of opentelemetry/proto/common/v1/common.proto, as far as it is used here. */
function readValue(fields: Field[]): unknown {
  const [field] = fields;
  if (field?.number === 1) return textOf(fields, 1);
  if (field?.number === 2) return field.value === 1n;
  if (field?.number === 3) return Number(field.value);
  if (field?.number === 4) return Buffer.from(field.value as Uint8Array).readDoubleLE();
  return messages(messages(fields, 5)[0] ?? [], 1).map(readValue);
}

interface Field {
  number: number;
  value: bigint | Uint8Array;
}

const LENGTHS: Record<number, number> = { 1: 8, 5: 4 };

function fieldsOf(bytes: Uint8Array): Field[] {
  const fields: Field[] = [];
  let at = 0;
  const varint = () => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = bytes[at++]!;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  while (at < bytes.length) {
    const tag = Number(varint());
    const type = tag & 7;
    if (type === 0) fields.push({ number: tag >> 3, value: varint() });
    else {
      const length = LENGTHS[type] ?? Number(varint());
      fields.push({ number: tag >> 3, value: bytes.subarray(at, at + length) });
      at += length;
    }
  }
  return fields;
}

const firstOf = (fields: Field[], number: number) =>
  fields.find((field) => field.number === number)?.value;
const bytesOf = (fields: Field[], number: number) =>
  Buffer.from((firstOf(fields, number) as Uint8Array | undefined) ?? []);
const textOf = (fields: Field[], number: number) => bytesOf(fields, number).toString("utf8");
const hexOf = (fields: Field[], number: number) => bytesOf(fields, number).toString("hex");
const messages = (fields: Field[], number: number) =>
  fields
    .filter((field) => field.number === number)
    .map(({ value }) => fieldsOf(value as Uint8Array));
