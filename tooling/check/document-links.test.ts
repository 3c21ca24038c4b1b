import { expect, test } from "vitest";
import { localLinks } from "./document-links.ts";

test("only links inside the repository are followed, code is not", () => {
  const markdown = [
    '[a](CONTRIBUTING.md) [b](docs/a%20b.md#part) ![c](./shot.png "title")',
    "[out](https://example.com) [mail](mailto:a@example.com) [part](#part)",
    "```",
    "[code](missing.md)",
    "```",
  ].join("\n");
  expect(localLinks(markdown)).toEqual(["CONTRIBUTING.md", "docs/a b.md", "./shot.png"]);
});
