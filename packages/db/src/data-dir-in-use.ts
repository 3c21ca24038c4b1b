/** Another living process has the data directory open. */
export class DataDirInUse extends Error {
  override readonly name = "DataDirInUse";
  readonly pid: number;

  constructor(dataDir: string, pid: number) {
    super(`${dataDir} is in use by process ${pid}; stop that one first, or choose another folder`);
    this.pid = pid;
  }
}
