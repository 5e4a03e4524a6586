// The layers of the house, from the ground up:
// kernel ← platform ← features ← portal/server ← host ← shell; demo beside host; pages outside.

/** Each feature may import only those before it. */
const FEATURES = [
  'journal', 'town', 'calendar', 'mail', 'accounts', 'schools', 'families', 'documents', 'rulebook', 'town-rules', 'enrolments',
  'papers', 'ledger', 'child-days', 'bookings', 'attendance', 'billing', 'payments', 'backups', 'treasury', 'messages', 'news', 'portal-desk',
];

const PAGES = '^(src-renderer|portal/client)/';
/**
 * Files of a feature that pages may read: shapes, words, the rule behind the password checklist, and
 * pure rules shown as they are (the period of a page, how bounds are told, the names of regions).
 */
const FOR_PAGES = '^src-main/features/[^/]+/([a-z-]*schema|messages\\.fr|password-rules|random-password|phrase-password|period|public-holidays|reading/read-formulas)\\.ts$';
/** Passwords are made and held against the rule in the browser as on the server: pure, without zod. */
const PASSWORDS = '^src-main/features/accounts/(password-rules|random-password|phrase-password)\\.ts$';
/** Days of a period: pure arithmetic, without zod. */
const PERIOD = '^src-main/features/bookings/period\\.ts$';

/** What lies under the small editor of texts, in the browser: both kinds of pages have it. */
const TEXT_EDITOR = '^portal/client/components/editor/(use-text-editor|tidy-html)\\.ts$';

const error = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
const layer = (name, from, allowed, comment) =>
  error(`${name}-below`, comment ?? `${name} imports only what lies below it`, { path: from }, { path: '^(src-main|src-renderer|portal)/', pathNot: allowed });

const featureOrder = FEATURES.slice(0, -1).map((feature, index) =>
  error(
    `feature-order-${feature}`,
    `${feature} may import only the features before it`,
    { path: `^src-main/features/${feature}/` },
    { path: `^src-main/features/(${FEATURES.slice(index + 1).join('|')})/` },
  ),
);

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    error('no-circles', 'files that need each other are one file', {}, { circular: true }),
    error('resolvable', 'what is imported must exist', { pathNot: '\\.css$' }, { couldNotResolve: true, pathNot: '^(virtual:|#|/)' }),

    layer('kernel', '^src-main/kernel/', '^src-main/kernel/'),
    error('kernel-alone', 'the kernel runs anywhere: no package, nothing of Node', { path: '^src-main/kernel/' }, { dependencyTypes: ['npm', 'npm-dev', 'core'] }),
    layer('migrations', '^src-main/migrations/', '^src-main/(kernel|migrations)/'),
    layer('platform', '^src-main/platform/', '^src-main/(kernel|migrations|platform)/'),
    layer('features', '^src-main/features/', '^src-main/(kernel|platform|features)/'),
    layer('portal-server', '^portal/server/', '^(src-main/(kernel|platform|features)|portal/server)/'),
    layer('demo', '^src-main/demo/', '^(src-main/(kernel|platform|features|demo)|portal/server)/'),
    layer('host', '^src-main/host/', '^(src-main/(kernel|migrations|platform|features|demo|host)|portal/server)/'),
    layer('shell', '^src-main/shell/', '^src-main/(kernel|platform|host|shell)/'),

    error('feature-known', 'a new feature takes its place in the order at the top of this file', { path: `^src-main/features/(?!(${FEATURES.join('|')})/)` }, {}),
    ...featureOrder,
    error('rulebook-pure', 'the rulebook is pure: no input or output', { path: '^src-main/features/rulebook/' }, { path: '^src-main/platform/|node_modules/(sequelize|koa)|^(node:)?(fs|path|crypto|http)' }),
    error('shapes-for-pages', 'shapes and words are read by the pages: nothing of Node may hang on them', { path: FOR_PAGES }, { path: '^src-main/(platform|host)/', reachable: true }),

    error('electron-in-shell', 'Electron is known to the shell alone', { pathNot: '^src-main/shell/' }, { path: '(^|node_modules/)electron(/|$)' }),
    error('packages-declared', 'the host runs on what package.json lists as dependencies', { path: '^(src-main/(?!shell/)|portal/server/)' }, { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] }),

    error('pages-browser', 'pages run in a browser', { path: PAGES, pathNot: 'vite\\.config\\.ts$' }, { dependencyTypes: ['core'] }),
    layer('staff-pages', '^src-renderer/', `^src-renderer/|^src-main/kernel/|^src-main/host/staff-router|${FOR_PAGES}|${TEXT_EDITOR}`, 'staff pages know the kernel, shapes, words, the type of the router, and what lies under the editor of texts'),
    layer('portal-pages', '^portal/client/', `^portal/client/|^src-main/kernel/|^(src-main/host|portal/server)/[^/]*router|${FOR_PAGES}`, 'parents’ pages know the kernel, types of shapes and the type of the router'),
    error('router-type-only', 'of the router only the type crosses to the pages', { path: PAGES }, { path: '^(src-main/host|portal/server)/', dependencyTypesNot: ['type-only'] }),
    error('portal-pages-light', 'parents’ first load stays small: shapes as types only (but for passwords), no zod, no pinia', { path: '^portal/client/' }, { path: '^src-main/features/', pathNot: [PASSWORDS, PERIOD], dependencyTypesNot: ['type-only'] }),
    error('portal-pages-packages', 'parents’ first load stays small: no zod, no pinia', { path: '^portal/client/' }, { path: 'node_modules/(zod|pinia|@pinia)/' }),
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^\\.types', '^out'] },
    exclude: { path: ['^(src-main|src-renderer|portal)/.*\\.d\\.ts$', '^node_modules/.*\\.css'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types', 'style'],
      extensions: ['.ts', '.d.ts', '.mjs', '.js', '.vue', '.json'],
    },
  },
};
