/** Milliseconds of each task in which React draws by itself: what a component puts off counts, too. */
const tasksMs: number[] = [];
const handler = Object.getOwnPropertyDescriptor(MessagePort.prototype, "onmessage");

Object.defineProperty(MessagePort.prototype, "onmessage", {
  ...handler,
  set(this: MessagePort, handle: (event: MessageEvent) => void) {
    handler?.set?.call(this, (event: MessageEvent) => {
      const started = performance.now();
      handle.call(this, event);
      tasksMs.push(performance.now() - started);
    });
  },
});

Object.assign(globalThis, { tasksMs });
