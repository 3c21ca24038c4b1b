import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { type MinifyOptions, minify } from "terser";
import { defineConfig, type Plugin } from "vite";

const languages = readdirSync(new URL("src/languages/", import.meta.url)).map((file) =>
  file.replace(".ts", ""),
);

/** Of all that a build is made of. Its parts stand in a folder of this name and find each other by their own. */
function versionOf(...places: string[]): string {
  const hash = createHash("sha256");
  for (const place of places) {
    const at = new URL(place, import.meta.url);
    if (statSync(at).isFile()) hash.update(readFileSync(at));
    else {
      for (const name of readdirSync(at).toSorted()) {
        hash.update(name).update(versionOf(`${at}/${name}`));
      }
    }
  }
  return hash.digest("hex").slice(0, 8);
}

const VERSION = versionOf(
  "package.json",
  "vite.config.ts",
  "src",
  "../../packages/answer-text/src",
);

const SMALLEST: MinifyOptions = {
  module: true,
  ecma: 2020,
  compress: { passes: 3, inline: 1, keep_fargs: false, pure_getters: true, unsafe: true },
  format: { comments: false },
};

/**
 * `widget.js` is a classic script under a name that never changes: its names must not become the
 * page's, and it learns here under which name the panel was built.
 */
function finishLoader(): Plugin {
  return {
    name: "finish-loader",
    async generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((made) => made.type === "chunk");
      // Folds what is called once, as the bundler's own does not, and takes out what only bundlers read.
      for (const chunk of chunks) chunk.code = (await minify(chunk.code, SMALLEST)).code ?? "";
      const loader = chunks.find(({ name }) => name === "widget");
      const panel = chunks.find(({ name }) => name === "panel");
      if (!loader || !panel) return this.error("The loader and the panel are both needed.");
      if (loader.imports.length > 0) return this.error("The loader is one file.");
      const code = loader.code
        .replace(/.__LAUNCHER__./, "/*launcher*/{}")
        .replace("__PANEL__", panel.fileName.replace("assets", "widget"));
      loader.code = `(()=>{${code.trim()}})();`;
    },
  };
}

/** Below `/widget/` on the server. */
function fileNameOf({ name }: { name: string }): string {
  if (name === "widget" || name === "preview") return `${name}.js`;
  return `assets/${VERSION}/${name}.js`;
}

export default defineConfig({
  plugins: [finishLoader()],
  publicDir: false,
  build: {
    target: ["chrome123", "firefox128", "safari17.5"],
    // As a library: Vite's own way to preload chunks weighs a kilobyte.
    lib: {
      entry: {
        widget: "src/loader.ts",
        panel: "src/panel.ts",
        preview: "src/preview.ts",
        ...Object.fromEntries(languages.map((code) => [code, `src/languages/${code}.ts`])),
      },
      formats: ["es"],
    },
    minify: false,
    cssMinify: true,
    rolldownOptions: {
      output: {
        minify: true,
        entryFileNames: fileNameOf,
        chunkFileNames: fileNameOf,
      },
    },
  },
});
