import {
  initTRPC,
  type TRPCBuiltRouter,
  type TRPCCreateRouterOptions,
  type TRPCDecorateCreateRouterOptions,
  TRPCError,
  type TRPCMutationProcedure,
  type TRPCQueryProcedure,
  type TRPCSubscriptionProcedure,
} from "@trpc/server";
import { runOnce } from "@understudy/core/idempotency/run-once";
import type { Context } from "@understudy/core/kernel/context";
import { DomainError } from "@understudy/core/kernel/domain-error";
import type { DoorCase } from "@understudy/core/kernel/door";
import type { Permission } from "@understudy/core/kernel/permissions";
import { authorize, type StreamCase, type UseCase } from "@understudy/core/kernel/use-case";
import type { z } from "zod";
import { trpcCode } from "./error-codes.ts";
import { judgedStream } from "./judged-stream.ts";
import type { RequestContext } from "./request-context.ts";
import type { SeenByCallers, Shapes } from "./seen-by-callers.ts";
import { shapeError } from "./shape-error.ts";
import { received } from "./storable-text.ts";

const PING_INTERVAL_MS = 15_000;

export interface Meta {
  permission?: Permission;
  /** Anyone may call it: it judges what it is shown. */
  isOpen?: boolean;
}

const trpc = initTRPC
  .context<RequestContext>()
  .meta<Meta>()
  .create({
    isDev: false,
    errorFormatter: ({ shape, error, ctx }) => shapeError(shape, error, ctx?.correlationId),
    sse: { ping: { enabled: true, intervalMs: PING_INTERVAL_MS } },
  });

/** Typed as callers see it: nothing of the context that procedures run in. */
export const router = trpc.router as unknown as <Procedures extends TRPCCreateRouterOptions>(
  procedures: Procedures,
) => TRPCBuiltRouter<SeenByCallers, TRPCDecorateCreateRouterOptions<Procedures>>;

/** Translates refusals only: anything else stays a fault, whatever it says. */
export function asTrpcError(error: unknown): unknown {
  return error instanceof DomainError
    ? new TRPCError({ code: trpcCode(error), message: error.message, cause: error })
    : error;
}

const base = trpc.procedure.use(async ({ ctx, next }) => {
  const result = await next();
  if (result.ok) return result;
  const refusal = ctx.refusalOf(result.error.cause);
  if (refusal instanceof DomainError) throw asTrpcError(refusal);
  return result;
});

interface Load {
  /** Refused while too much waits. */
  isShed?: boolean;
}

/** Refused like the questions it leads to: those who come in would otherwise keep out those who are in. */
export const BEFORE_QUESTIONS: Load = { isShed: true };

function admitted({ isShed = false }: Load) {
  return base.use(({ ctx, next }) => {
    if (isShed) ctx.admitQuestion();
    return next();
  });
}

/** Who may comes before what was sent: a caller without the right learns nothing about the shape. */
function permitted(permission: Permission, load: Load = {}) {
  return admitted(load)
    .meta({ permission })
    .use(async ({ ctx, next }) => {
      const domain: Context = ctx.contextOf(await ctx.actor());
      await authorize(domain, permission);
      return next({ ctx: { domain } });
    });
}

function opened<Input extends z.ZodType, Output extends z.ZodType>(
  doorCase: DoorCase<Input, Output>,
  load: Load = {},
) {
  const run = ({ ctx, input }: { ctx: RequestContext; input: unknown }) =>
    doorCase.run(ctx.door(), input as z.output<Input>);
  const procedure = admitted(load)
    .meta({ isOpen: true })
    .input(received(doorCase.input as z.ZodType))
    .output(doorCase.output as z.ZodType);
  return { procedure, run };
}

/** What anyone may read who shows what opens it. */
export function openQuery<Input extends z.ZodType, Output extends z.ZodType>(
  doorCase: DoorCase<Input, Output>,
): TRPCQueryProcedure<Shapes<z.input<Input>, z.output<Output>>> {
  const { procedure, run } = opened(doorCase);
  return procedure.query(run) as unknown as TRPCQueryProcedure<
    Shapes<z.input<Input>, z.output<Output>>
  >;
}

export function openMutation<Input extends z.ZodType, Output extends z.ZodType>(
  doorCase: DoorCase<Input, Output>,
  load: Load = {},
): TRPCMutationProcedure<Shapes<z.input<Input>, z.output<Output>>> {
  const { procedure, run } = opened(doorCase, load);
  return procedure.mutation(run) as unknown as TRPCMutationProcedure<
    Shapes<z.input<Input>, z.output<Output>>
  >;
}

export function query<Input extends z.ZodType, Output extends z.ZodType>(
  useCase: UseCase<Input, Output>,
): TRPCQueryProcedure<Shapes<z.input<Input>, z.output<Output>>> {
  const procedure = permitted(useCase.permission)
    .input(received(useCase.input as z.ZodType))
    .output(useCase.output as z.ZodType)
    .query(({ ctx, input }) => useCase.run(ctx.domain, input as z.output<Input>));
  return procedure as unknown as TRPCQueryProcedure<Shapes<z.input<Input>, z.output<Output>>>;
}

/** Under an idempotency key it is done once, however often it is sent. */
export function mutation<Input extends z.ZodType, Output extends z.ZodType>(
  useCase: UseCase<Input, Output>,
  load: Load = {},
): TRPCMutationProcedure<Shapes<z.input<Input>, z.output<Output>>> {
  const procedure = permitted(useCase.permission, load)
    .input(received(useCase.input as z.ZodType))
    .output(useCase.output as z.ZodType)
    .mutation(({ ctx, input, path, batchIndex = 0 }) => {
      const given = input as z.output<Input>;
      const key = ctx.idempotencyKey();
      if (key === undefined) return useCase.run(ctx.domain, given);
      return runOnce(ctx.domain, useCase, {
        input: given,
        procedure: path,
        key,
        place: batchIndex,
      });
    });
  return procedure as unknown as TRPCMutationProcedure<Shapes<z.input<Input>, z.output<Output>>>;
}

export function stream<Input extends z.ZodType, Item>(
  streamCase: StreamCase<Input, Item>,
): TRPCSubscriptionProcedure<Shapes<z.input<Input>, AsyncIterable<Item>>> {
  const procedure = permitted(streamCase.permission)
    .input(received(streamCase.input as z.ZodType))
    .subscription(async function* ({ ctx, input, signal }) {
      try {
        yield* judgedStream(ctx, {
          permission: streamCase.permission,
          until: signal ? AbortSignal.any([signal, ctx.draining]) : ctx.draining,
          run: (domain) => streamCase.run(domain, input as z.output<Input>),
        });
      } catch (error) {
        throw asTrpcError(ctx.refusalOf(error));
      }
    });
  return procedure as unknown as TRPCSubscriptionProcedure<
    Shapes<z.input<Input>, AsyncIterable<Item>>
  >;
}
