import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { FLAGS } from '../host/config';

type Env = Readonly<Record<string, string | undefined>>;

const isHostFlag = (name: string): boolean => Object.hasOwn(FLAGS, name);

/** The host's own flags out of a command line that also holds Electron's and Chromium's. */
function hostFlags(args: readonly string[]): string[] {
  const { tokens } = parseArgs({ args: [...args], options: FLAGS, strict: false, allowPositionals: true, tokens: true });
  return tokens.flatMap((token) => {
    if (token.kind !== 'option' || !isHostFlag(token.name)) return [];
    return token.value === undefined ? [`--${token.name}`] : [`--${token.name}=${token.value}`];
  });
}

/** A flag's value: `--data=x`, `--data x`; `''` for a bare flag, undefined when it is absent. */
export function flagValue(args: readonly string[], name: keyof typeof FLAGS): string | undefined {
  const found = hostFlags(args).findLast((argument) => argument === `--${name}` || argument.startsWith(`--${name}=`));
  return found?.slice(`--${name}=`.length);
}

export const isDemo = (args: readonly string[], env: Env): boolean => flagValue(args, 'demo') !== undefined || env.PREAU_DEMO === '1';

/** True when whoever started Préau chose the portal's port: the portal is then on without asking. */
export const asksForPortal = (args: readonly string[], env: Env): boolean =>
  (flagValue(args, 'portal-port') ?? env.PREAU_PORTAL_PORT ?? 'off') !== 'off';

/** What the host's process is started with. */
export interface HostLaunch {
  readonly args: readonly string[];
  readonly env: Record<string, string>;
}

/** In the desktop no port is open unless asked for: the window needs none, the portal only when it is on. */
export function hostLaunch(args: readonly string[], env: Env, portalOn: boolean): HostLaunch {
  const kept = Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return {
    args: hostFlags(args).filter((flag) => portalOn || !flag.startsWith('--portal-port')),
    env: {
      ...Object.fromEntries(kept),
      PREAU_STAFF_PORT: env.PREAU_STAFF_PORT ?? 'off',
      PREAU_PORTAL_PORT: portalOn ? (env.PREAU_PORTAL_PORT ?? '') : 'off',
    },
  };
}

/**
 * Where the shell keeps its own things (window, caches): never among the town's data, one place
 * for each data folder, so that the demo and the real town can be open side by side.
 */
export function shellFolder(args: readonly string[], env: Env, appData: string): string {
  const data = flagValue(args, 'data') ?? env.PREAU_DATA;
  if (data) return join(data, 'window');
  return join(appData, isDemo(args, env) ? 'preau-demo-window' : 'preau-window');
}
