import type { Database } from "../database.ts";
import type { Engine } from "./engine.ts";

const engines = new WeakMap<Database, Engine>();

export function registerEngine(db: Database, engine: Engine): void {
  engines.set(db, engine);
}

export function engineOf(db: Database): Engine {
  const engine = engines.get(db);
  if (!engine) throw new Error("this database was not opened by openDatabase, or is closed");
  return engine;
}
