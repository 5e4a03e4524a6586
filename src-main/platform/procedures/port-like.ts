/** One end of a message channel, whoever made it: a page, a Node worker or Electron. */
export interface PortLike {
  postMessage(data: unknown): void;
  onMessage(listener: (data: unknown) => void): void;
  /** Messages wait until the port is started. */
  start(): void;
  close(): void;
}

/** The event that all kinds of ports hand to a listener, one way or another. */
interface MessageLike {
  readonly data: unknown;
}

interface PortEnds {
  postMessage(data: unknown): void;
  start(): void;
  close(): void;
}

/** Ports of the DOM and of Node's `worker_threads`. */
export interface EventTargetPort extends PortEnds {
  addEventListener(type: 'message', listener: (event: MessageLike) => void): void;
}

/** Electron's `MessagePortMain`, which knows only `on`. */
export interface EmitterPort extends PortEnds {
  on(type: 'message', listener: (event: MessageLike) => void): unknown;
}

/**
 * Makes one of three kinds of ports a `PortLike`. Node's ports would hand the bare data to `on`;
 * through `addEventListener` they give an event as the others do, so that is asked for first.
 */
export function portLike(port: EventTargetPort | EmitterPort): PortLike {
  return {
    postMessage: (data) => port.postMessage(data),
    onMessage: (listener) => {
      const hear = (event: MessageLike): void => listener(event.data);
      if ('addEventListener' in port) port.addEventListener('message', hear);
      else port.on('message', hear);
    },
    start: () => port.start(),
    close: () => port.close(),
  };
}
