import type { HttpBindings } from "@hono/node-server";
import type { Logger } from "pino";
import type { RequestContext } from "../request-context.ts";

export interface HttpEnv {
  Bindings: HttpBindings;
  Variables: {
    correlationId: string;
    log: Logger;
    ipAddress: string;
    request: RequestContext;
  };
}
