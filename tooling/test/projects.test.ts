import { expect, test } from "vitest";
import { projects, readProjects } from "./projects.ts";

test("without a choice every project runs, and other arguments pass through", () => {
  expect(readProjects(["packages/rag", "-t", "bm25"])).toEqual({
    chosen: [...projects],
    rest: ["packages/rag", "-t", "bm25"],
  });
});

test("projects are chosen in both spellings", () => {
  const { chosen, rest } = readProjects(["--project", "db-server", "x", "--project=unit"]);
  expect(chosen).toEqual(["unit", "db-server"]);
  expect(rest).toEqual(["x"]);
});

test("an unknown project is refused by name", () => {
  expect(() => readProjects(["--project", "nope"])).toThrow("nope");
});
