import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { displayName } from "./display-name.ts";

describe("displayName", () => {
  it.each([
    ["report.pdf", "report.pdf"],
    ["../../etc/passwd", "passwd"],
    ["C:\\Users\\me\\plan.docx", "plan.docx"],
    ["/absolute/path.txt", "path.txt"],
    ["a\0b.txt", "ab.txt"],
    ["line\r\nbreak.txt", "linebreak.txt"],
    ["%2e%2e%2fx.txt", "%2e%2e%2fx.txt"],
    ["invoice\u202Efdp.exe", "invoicefdp.exe"],
    ["  spaced   out .md ", "spaced out .md"],
    ["", "file"],
    [".", "file"],
    ["..", "file"],
    ["dir/", "file"],
    [undefined, "file"],
    [`${"x".repeat(4_000)}.pdf`, `${"x".repeat(251)}.pdf`],
  ])("reads %j as %j", (given, shown) => {
    expect(displayName(given)).toBe(shown);
  });

  it("is never a path, never empty, never long, always well formed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (given) => {
        const shown = displayName(given);
        expect(shown).not.toMatch(/[/\\\p{Cc}\u202A-\u202E]/u);
        expect(shown).not.toMatch(/^\.*$/);
        expect(shown.length).toBeLessThanOrEqual(255);
        expect(shown.isWellFormed()).toBe(true);
      }),
    );
  });
});
