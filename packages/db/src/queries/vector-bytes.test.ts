import fc from "fast-check";
import { expect, test } from "vitest";
import { fromVectorBytes, toVectorBytes } from "./vector-bytes.ts";

test("a vector comes back from its bytes as it was, wherever they lie in memory", () => {
  fc.assert(
    fc.property(fc.float32Array({ noNaN: true }), fc.nat(7), (vector, offset) => {
      const bytes = toVectorBytes(vector);
      const shifted = new Uint8Array(bytes.length + offset);
      shifted.set(bytes, offset);
      expect(fromVectorBytes(shifted.subarray(offset))).toEqual(vector);
    }),
  );
});

test("float32, little-endian", () => {
  expect([...toVectorBytes(new Float32Array([1]))]).toEqual([0, 0, 0x80, 0x3f]);
});
