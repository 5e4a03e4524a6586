/** What marks each browser in the words it sends, those that pass for another first. */
const BROWSERS = [
  ['Edg', 'Edge'], ['OPR/', 'Opera'], ['SamsungBrowser/', 'Samsung Internet'], ['CriOS/', 'Chrome'], ['FxiOS/', 'Firefox'],
  ['Firefox/', 'Firefox'], ['Chrome/', 'Chrome'], ['Safari/', 'Safari'],
] as const;

/** How a browser names itself, in words a person recognises: "Firefox sur Android". */
export function deviceName(userAgent: string | undefined): string {
  const agent = userAgent ?? '';
  const browser = first(agent, BROWSERS);
  const system = first(agent, [['Android', 'Android'], ['iPhone', 'iPhone'], ['iPad', 'iPad'], ['Windows', 'Windows'], ['Mac OS', 'Mac'], ['Linux', 'Linux']]);
  if (!browser && !system) return 'Appareil inconnu';
  return [browser ?? 'Navigateur', system].filter(Boolean).join(' sur ');
}

function first(agent: string, names: readonly (readonly [string, string])[]): string | null {
  return names.find(([mark]) => agent.includes(mark))?.[1] ?? null;
}
