/** What the shell tells the host's process; `port` carries one end of a channel. */
export type ToHost =
  | { readonly type: 'port' }
  | { readonly type: 'wake' }
  | { readonly type: 'close' }
  /** Answers `print`; null when it went wrong. */
  | { readonly type: 'printed'; readonly id: number; readonly pdf: Uint8Array | null };

/** What the host's process tells the shell. */
export type FromHost =
  | { readonly type: 'ready'; readonly portalUrl: string | null }
  /** No browser is found on the machine: the shell prints this page. */
  | { readonly type: 'print'; readonly id: number; readonly html: string }
  /** It could not start, for a reason with a French sentence; null when nobody foresaw it. */
  | { readonly type: 'refused'; readonly sentence: string | null };
