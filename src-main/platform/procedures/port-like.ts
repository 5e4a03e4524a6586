/** What the three kinds of MessagePort (DOM, Node, Electron's main process) have in common. */
export interface PortLike {
  postMessage(data: unknown): void;
  onMessage(listener: (data: unknown) => void): void;
  start(): void;
  close(): void;
}
