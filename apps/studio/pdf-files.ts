import { createReadStream, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const FOLDERS = ["cmaps", "iccs", "standard_fonts", "wasm"];
const IN_PACKAGE = /^\/assets\/pdfjs-[\d.]+\/((?:cmaps|iccs|standard_fonts|wasm)\/[\w.-]+)$/;

/** What PDF.js asks for by name while it draws: fonts that a file leaves out, maps, decoders. */
export function pdfFiles(): Plugin {
  const root = dirname(fileURLToPath(import.meta.resolve("pdfjs-dist/package.json")));
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return {
    name: "pdf-files",
    generateBundle() {
      for (const folder of FOLDERS) {
        for (const name of readdirSync(join(root, folder))) {
          const fileName = `assets/pdfjs-${version}/${folder}/${name}`;
          const source = readFileSync(join(root, folder, name));
          this.emitFile({ type: "asset", fileName, source });
        }
      }
    },
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        const path = IN_PACKAGE.exec(request.url ?? "")?.[1];
        if (!path) return next();
        if (path.endsWith(".js")) response.setHeader("content-type", "text/javascript");
        createReadStream(join(root, path)).on("error", next).pipe(response);
      });
    },
  };
}
