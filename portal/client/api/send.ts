import { CallRefused, refusalOfBody } from './refusal';
import { TOWN_PATH } from './town-path';

/** What the server asks of every call, so that a form on another site cannot make one. */
export const CALL_HEADERS = { 'x-preau': 'portail' } as const;

/** Calls a plain route. Throws CallRefused, or what `fetch` throws when nobody answers. */
export async function send<Answer = void>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<Answer> {
  const response = await fetch(`${TOWN_PATH}${path}`, {
    method,
    headers: { ...CALL_HEADERS, accept: 'application/json', ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const answer: unknown = response.status === 204 ? undefined : await response.json();
  if (!response.ok) throw new CallRefused(refusalOfBody(answer));
  return answer as Answer;
}
