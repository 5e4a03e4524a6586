import manifest from '../../package.json';

/** The program's version, as `package.json` says. */
export const VERSION = manifest.version;
