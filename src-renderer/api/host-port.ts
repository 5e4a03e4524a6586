/** What the page needs of the port that the preload hands over. */
export type PagePort = Pick<MessagePort, 'postMessage' | 'start' | 'addEventListener'>;

type Listener = (port: PagePort) => void;

let current: PagePort | null = null;
const listeners = new Set<Listener>();

/** Takes the ports that the preload posts to this window; after a restart of the host a new one comes. */
export function receiveHostPorts(target: Pick<Window, 'addEventListener'> = window): void {
  target.addEventListener('message', (event: MessageEvent<unknown>) => {
    const [port] = event.ports;
    if (!port || !isPortMessage(event.data)) return;
    current = port;
    listeners.forEach((listen) => listen(port));
  });
}

/** Calls back with the port at hand, and with each that replaces it. */
export function onHostPort(listen: Listener): void {
  listeners.add(listen);
  if (current) listen(current);
}

const isPortMessage = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && 'type' in data && data.type === 'preau:port';
