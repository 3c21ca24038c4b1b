declare module "s3rver" {
  import type { AddressInfo } from "node:net";

  export interface S3rverOptions {
    directory: string;
    port: number;
    address: string;
    silent: boolean;
    allowMismatchedSignatures: boolean;
    configureBuckets: readonly { name: string; configs: readonly string[] }[];
  }

  // The package exports a class as its whole module.
  // biome-ignore lint/style/noDefaultExport: so does it
  export default class S3rver {
    constructor(options: S3rverOptions);
    run(): Promise<AddressInfo>;
    close(): Promise<void>;
  }
}
