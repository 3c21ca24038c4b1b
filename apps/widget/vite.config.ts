import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { type MinifyOptions, minify } from "terser";
import { defineConfig, type Plugin } from "vite";

const folder = new URL("src/languages/", import.meta.url);
const languages = readdirSync(folder).map((file) => file.replace(".ts", ""));
/** Tells languages of one build from those of another: their names are not known to the panel. */
const version = createHash("sha256");
for (const code of languages) version.update(readFileSync(new URL(`${code}.ts`, folder)));
const WORDS = version.digest("hex").slice(0, 8);

const SMALLEST: MinifyOptions = {
  module: true,
  compress: { passes: 3, unsafe_arrows: true },
  format: { comments: false },
};

/**
 * `widget.js` is a classic script under a name that never changes: its names must not become the
 * page's, and it learns here under which name the panel was built.
 */
function finishLoader(): Plugin {
  return {
    name: "finish-loader",
    // Folds what is called once, as the bundler's own does not, and takes out what only bundlers read.
    renderChunk: {
      order: "post",
      handler: async (code) => (await minify(code, SMALLEST)).code ?? null,
    },
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((made) => made.type === "chunk");
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
  return languages.includes(name) ? `assets/${name}-${WORDS}.js` : "assets/[name]-[hash].js";
}

export default defineConfig({
  plugins: [finishLoader()],
  publicDir: false,
  define: { __WORDS__: JSON.stringify(WORDS) },
  build: {
    target: ["chrome123", "firefox121", "safari17.5"],
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
        chunkFileNames: "assets/[name]-[hash].js",
      },
    },
  },
});
