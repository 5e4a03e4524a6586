import { FORMAT } from './schema';

type Json = Record<string, unknown>;

/** One step from an older format to the next one. */
interface Upgrade {
  from: string;
  upgrade: (file: Json) => Json;
}

/**
 * Steps from older formats, oldest first. `preau-rulebook/0` was the form of the first drafts:
 * one text without versions, its town a plain name.
 */
const UPGRADES: readonly Upgrade[] = [
  {
    from: 'preau-rulebook/0',
    upgrade: ({ town, timeZone, from, ...version }) => ({
      format: 'preau-rulebook/1',
      town: { name: town, timeZone: timeZone ?? 'Europe/Paris' },
      versions: [{ ...version, from, format: undefined }].map(({ format: _format, ...rest }) => rest),
    }),
  },
];

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Brings a file of an older format to today's. What is not a rulebook, or is newer, comes back as it is: its shape is judged afterwards. */
export function upgradeRulebook(json: unknown): unknown {
  let file = json;
  for (const { from, upgrade } of UPGRADES) {
    if (isObject(file) && file.format === from) file = upgrade(file);
  }
  return file;
}

/** True for a file that `upgradeRulebook` changes. */
export const isOlderFormat = (json: unknown): boolean => isObject(json) && json.format !== FORMAT && UPGRADES.some(({ from }) => from === json.format);
