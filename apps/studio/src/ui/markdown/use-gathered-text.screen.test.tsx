import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { useGatheredText } from "./use-gathered-text.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function grow(text: string) {
  const { result, rerender } = renderHook(
    ({ text, isGrowing }) => useGatheredText(text, isGrowing),
    { initialProps: { text, isGrowing: true } },
  );
  return {
    drawn: () => result.current,
    come: (text: string, isGrowing = true) => rerender({ text, isGrowing }),
    wait: (ms: number) => act(() => vi.advanceTimersByTime(ms)),
  };
}

test("what comes within two frames is drawn together, the first words at once", () => {
  const answer = grow("");
  answer.come("One");
  expect(answer.drawn()).toBe("One");
  answer.wait(32);
  answer.come("One two");
  answer.wait(20);
  answer.come("One two three");
  expect(answer.drawn()).toBe("One");
  answer.wait(12);
  expect(answer.drawn()).toBe("One two three");
});

test("the end, and what takes back what was said, is drawn at once", () => {
  const answer = grow("One");
  answer.come("One two");
  expect(answer.drawn()).toBe("One");
  answer.come("Other");
  expect(answer.drawn()).toBe("Other");
  answer.come("Other words.", false);
  expect(answer.drawn()).toBe("Other words.");
});
