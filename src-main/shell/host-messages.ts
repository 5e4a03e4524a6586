/** What the shell tells the host's process; `port` carries one end of a channel. */
export type ToHost = { readonly type: 'port' } | { readonly type: 'wake' } | { readonly type: 'close' };

/** What the host's process tells the shell. */
export type FromHost =
  | { readonly type: 'ready'; readonly portalUrl: string | null }
  /** It could not start, for a reason with a French sentence; null when nobody foresaw it. */
  | { readonly type: 'refused'; readonly sentence: string | null };
