/** A sentence left for the next page by the one before (`router.push({ state: { message } })`). */
export function messageFromHistory(): string | null {
  const { message } = (history.state ?? {}) as { message?: unknown };
  return typeof message === 'string' ? message : null;
}

export function loginFromHistory(): string {
  const { login } = (history.state ?? {}) as { login?: unknown };
  return typeof login === 'string' ? login : '';
}
