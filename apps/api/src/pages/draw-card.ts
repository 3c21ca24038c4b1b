import { contrastInk } from "@understudy/answer-text/contrast-ink";
import { encodePng } from "./encode-png.ts";

const WIDTH = 1_200;
const HEIGHT = 630;
const SHADES = 16;

interface Box {
  x: number;
  y: number;
  halfWidth: number;
  halfHeight: number;
  radius: number;
}

const BUBBLE: Box = { x: 600, y: 290, halfWidth: 300, halfHeight: 170, radius: 48 };
/** Of the corner that points at who speaks, turned by an eighth. */
const TAIL = { x: 430, y: 440, half: 44 };
const LINES: readonly Box[] = [
  { x: 600, y: 220, halfWidth: 220, halfHeight: 16, radius: 16 },
  { x: 600, y: 290, halfWidth: 220, halfHeight: 16, radius: 16 },
  { x: 530, y: 360, halfWidth: 150, halfHeight: 16, radius: 16 },
];

const drawn = new Map<string, Uint8Array<ArrayBuffer>>();
const MOST_KEPT = 64;

/** The picture of a page that is shared: someone speaks, in the twin's colour. 1200 by 630, PNG. */
export function drawCard(accent: string): Uint8Array<ArrayBuffer> {
  const known = drawn.get(accent);
  if (known) return known;
  if (drawn.size >= MOST_KEPT) drawn.clear();
  const palette = mixed(accent, contrastInk(accent) === "#fff" ? "#ffffff" : "#000000");
  const card = encodePng({ width: WIDTH, height: HEIGHT, palette, shadeAt });
  drawn.set(accent, card);
  return card;
}

function shadeAt(x: number, y: number): number {
  const turned = Math.abs(x - TAIL.x) + Math.abs(y - TAIL.y) - TAIL.half * Math.SQRT2;
  const bubble = Math.max(cover(distance(BUBBLE, x, y)), cover(turned / Math.SQRT2));
  const words = Math.max(...LINES.map((line) => cover(distance(line, x, y))));
  return Math.round(bubble * (1 - words) * (SHADES - 1));
}

/** Pixels outside a rounded box; less than nothing inside. */
function distance({ x, y, halfWidth, halfHeight, radius }: Box, atX: number, atY: number): number {
  const outX = Math.max(0, Math.abs(atX - x) - halfWidth + radius);
  const outY = Math.max(0, Math.abs(atY - y) - halfHeight + radius);
  return Math.hypot(outX, outY) - radius;
}

function cover(outside: number): number {
  return Math.min(1, Math.max(0, 0.5 - outside));
}

function mixed(from: string, to: string): number[][] {
  const [low, high] = [channels(from), channels(to)];
  return Array.from({ length: SHADES }, (_, shade) =>
    low.map((value, at) => Math.round(value + ((high[at]! - value) * shade) / (SHADES - 1))),
  );
}

function channels(hex: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
}
