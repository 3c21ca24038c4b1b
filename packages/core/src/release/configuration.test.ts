import { expect, test } from "vitest";
import { demoPicture } from "../demo/demo-picture.ts";
import { compareConfigurations, hashConfiguration, readConfiguration } from "./configuration.ts";

test("a new picture is a change to publish, but none that tests would have to prove", () => {
  const before = readConfiguration({});
  const after = { ...before, avatarUrl: demoPicture };
  expect(compareConfigurations(before, after)).toEqual([
    { field: "avatarUrl", before: null, after: demoPicture },
  ]);
  expect(hashConfiguration(after)).toBe(hashConfiguration(before));
  const other = { ...before, headline: "Keeper" };
  expect(hashConfiguration(other)).not.toBe(hashConfiguration(before));
});
