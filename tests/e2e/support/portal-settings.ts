import type { BuiltHost } from './host';
import { DEMO, PASSWORD } from './people';

/** The demo town's administrator chooses how its portal works, through the staff's door; what is not given stays. */
export async function choosePortal(host: BuiltHost, chosen: Readonly<Record<string, unknown>>): Promise<void> {
  const { token } = await ask<{ token: string }>(`${host.staffUrl}/rpc/session.signIn`, { email: DEMO.administrator, password: PASSWORD });
  const now = await ask<Record<string, unknown>>(`${host.staffUrl}/rpc/town.portal`, undefined, token);
  await ask(`${host.staffUrl}/rpc/town.savePortal`, { ...now, ...chosen }, token);
}

async function ask<Answer>(url: string, body?: object, token?: string): Promise<Answer> {
  const answer = await fetch(url, {
    method: body ? 'POST' : 'GET', ...(body && { body: JSON.stringify(body) }),
    headers: { ...(body && { 'content-type': 'application/json' }), ...(token !== undefined && { authorization: `Bearer ${token}` }) },
  });
  const { result, error } = (await answer.json()) as { result?: { data: Answer }; error?: { message: string } };
  if (!result) throw new Error(`${url}: ${error?.message}`);
  return result.data;
}
