import { isObject } from "./is-object.ts";

const CLOCK = /^(?:(\d+):)?(\d{1,2}):(\d{2}(?:[.,]\d+)?)$/;
const ISO_DURATION = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/;

/** A time in whatever unit and spelling it came, or one side of a span of time; undefined for what is none. */
export function readTime(value: unknown, side: "from" | "to" | ""): number | undefined {
  if (isObject(value) && "seconds" in value)
    return Number(value.seconds) + Number(value.nanos ?? 0) / 1e9;
  if (isObject(value)) return side ? readTime(value[side] ?? value[`${side}_ms`], "") : undefined;
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined;
  if (typeof value !== "string") return undefined;
  const parts = CLOCK.exec(value.trim()) ?? ISO_DURATION.exec(value.trim());
  if (parts) {
    const [hours, minutes, rest] = parts
      .slice(1)
      .map((part) => Number((part ?? "0").replace(",", ".")));
    return hours! * 3_600 + minutes! * 60 + rest!;
  }
  return /^\d+(?:\.\d+)?s?$/.test(value) ? Number.parseFloat(value) : undefined;
}
