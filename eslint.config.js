import pluginVue from 'eslint-plugin-vue';
import tseslint from 'typescript-eslint';
import vueParser from 'vue-eslint-parser';

const now = [
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Take the time from platform/clock.' },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Take the time from platform/clock.' },
];

/** Type-aware rules: what the compiler cannot see and what goes wrong in silence. */
const rules = {
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': 'error',
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/return-await': ['error', 'in-try-catch'],
  '@typescript-eslint/only-throw-error': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports', disallowTypeAnnotations: false }],
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
  '@typescript-eslint/ban-ts-comment': 'error',
  '@typescript-eslint/no-unused-expressions': 'error',
  '@typescript-eslint/no-empty-object-type': 'error',
  '@typescript-eslint/no-unsafe-function-type': 'error',
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  'no-var': 'error',
  'prefer-const': 'error',
  'no-eval': 'error',
  'no-empty': 'error',
  'no-debugger': 'error',
  'no-useless-catch': 'error',
  'no-unsafe-finally': 'error',
  'no-cond-assign': 'error',
  'no-fallthrough': 'error',
  'no-self-assign': 'error',
  'no-unreachable': 'error',
  'max-lines': ['error', { max: 500 }],
};

/** The hand that wrote it is trusted with layout: correctness and readability rules only. */
const vueLayoutOff = {
  'vue/max-attributes-per-line': 'off',
  'vue/singleline-html-element-content-newline': 'off',
  'vue/multiline-html-element-content-newline': 'off',
  'vue/html-self-closing': 'off',
  'vue/html-indent': 'off',
  'vue/html-closing-bracket-newline': 'off',
  'vue/html-closing-bracket-spacing': 'off',
  'vue/first-attribute-linebreak': 'off',
  'vue/attributes-order': 'off',
  'vue/multi-word-component-names': 'off',
  'vue/require-default-prop': 'off',
};

export default tseslint.config(
  { ignores: ['node_modules/', 'out/', 'dist/', '.types/', 'coverage/', 'test-results/', 'playwright-report/', 'resources/', '**/*.d.ts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true, extraFileExtensions: ['.vue'], tsconfigRootDir: import.meta.dirname } },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules,
  },
  ...pluginVue.configs['flat/recommended'].map((config) => ({ ...config, files: ['**/*.vue'] })),
  {
    files: ['**/*.vue'],
    languageOptions: {
      parser: vueParser,
      parserOptions: { parser: tseslint.parser, projectService: true, extraFileExtensions: ['.vue'], tsconfigRootDir: import.meta.dirname },
    },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: {
      ...rules,
      ...vueLayoutOff,
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/no-v-html': 'error',
      'vue/no-unused-refs': 'error',
      'vue/define-emits-declaration': 'error',
      'vue/define-props-declaration': 'error',
      // It cuts what is pasted without a word; the host's shape says how long a text may be.
      'vue/no-restricted-static-attribute': ['error', { key: 'maxlength', message: 'Let the host’s message speak.' }],
    },
  },
  {
    files: ['src-main/**/*.ts', 'portal/server/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...now], 'no-console': 'error' },
  },
  { files: ['src-main/platform/clock*', 'src-main/platform/clock/**'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['src-main/host/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    // Pages run in a browser; Node's globals do not exist there.
    files: ['src-renderer/**/*.{ts,vue}', 'portal/client/**/*.{ts,vue}'],
    ignores: ['portal/client/vite.config.ts'],
    rules: {
      'no-restricted-globals': ['error', 'process', 'Buffer', 'global', '__dirname', '__filename', 'require', 'setImmediate'],
      'no-console': 'error',
    },
  },
  {
    files: ['**/*.mjs', '*.js'],
    rules: { 'no-unused-vars': ['error', { argsIgnorePattern: '^_' }], 'no-var': 'error', 'prefer-const': 'error', eqeqeq: ['error', 'always', { null: 'ignore' }], 'max-lines': ['error', 500] },
  },
);
