/** Someone who may has asked the answer to stop. */
export class StopRequested extends Error {
  override readonly name = "StopRequested";
}

/** No one has followed the answer for a while: what it would cost is spared. */
export class Abandoned extends Error {
  override readonly name = "Abandoned";
}

export class ProcessStopping extends Error {
  override readonly name = "ProcessStopping";
}
