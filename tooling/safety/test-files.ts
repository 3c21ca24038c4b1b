export const api = (name: string) => `apps/api/src/${name}.db.test.ts`;
export const fault = (name: string) => `tooling/faults/${name}.db.test.ts`;
