import { defineConfig } from "drizzle-kit";

// biome-ignore lint/style/noDefaultExport: drizzle-kit reads its configuration from here
export default defineConfig({
  dialect: "postgresql",
  schema: "./src/tables/*.ts",
  out: "../../drizzle",
  casing: "snake_case",
});
