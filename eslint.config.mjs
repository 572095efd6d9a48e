import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import jest from 'eslint-plugin-jest';
import node from 'eslint-plugin-n';
import tseslint from 'typescript-eslint';

const restrictedSyntax = [
  'error',
  {
    selector: "CallExpression[callee.name='forwardRef']",
    message: 'A cycle between providers is a design fault: move the shared part down a slice.',
  },
  { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' },
  { selector: 'ExportDefaultDeclaration', message: 'Use named exports.' },
];

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'node_modules/',
      'coverage/',
      'data/',
      '**/dist/',
      '**/generated/',
      '**/*.cjs',
      'eslint.config.mjs',
      'apps/web/public/',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx,mts}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { n: node },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // DTO classes are shapes here, not identities.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      // A branded id and a row are named by the caller: `ids.next<VersionId>()`.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        {
          argsIgnorePattern: '^_',
          varsIgnorePattern: '^_',
          destructuredArrayIgnorePattern: '^_',
          caughtErrors: 'none',
        },
      ],
      '@typescript-eslint/no-misused-spread': 'off',
      // `const { secret: _secret, ...rest }` leaves a member out.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
      'n/no-process-env': 'error',
      'no-console': 'error',
      // Word files hold control characters, and we read them.
      'no-control-regex': 'off',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 4],
      '@typescript-eslint/max-params': 'off',
      // ESLint counts each `?.` and `??` as a path since version 9; 10 is the 8 of before.
      complexity: ['error', 10],
      'no-restricted-syntax': restrictedSyntax,
    },
  },
  {
    // The one place that reads the environment; the tool chain and the tests hand it to processes they start.
    files: [
      'libs/platform/src/config/**',
      'scripts/**',
      'test/support/**',
      'test/browser/support/**',
      'test/bench/**',
      '**/vite.config.ts',
    ],
    rules: { 'n/no-process-env': 'off' },
  },
  {
    // Tools wanting a default export, and migrations, whose SQL is one piece.
    files: ['**/vite.config.ts', 'apps/web/**/*.d.ts'],
    rules: { 'no-restricted-syntax': restrictedSyntax.slice(0, 3) },
  },
  {
    // The parameters of a handler are the parts of a request, each named by its decorator.
    files: ['libs/*/src/http/**/*.controller.ts'],
    rules: { 'max-params': ['error', 6] },
  },
  { files: ['migrations/**'], rules: { 'max-lines': 'off' } },
  // A route takes what Nest hands it, one decorated parameter each.
  { files: ['libs/*/src/http/**', 'apps/portal/http/**'], rules: { 'max-params': ['error', 7] } },
  {
    files: ['apps/web/**'],
    // A component is one function; its branches are what it shows.
    rules: { complexity: ['error', 16], '@typescript-eslint/explicit-module-boundary-types': 'off' },
  },
  {
    files: ['scripts/**', 'test/bench/**', 'test/support/global-*'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        Buffer: 'readonly',
        fetch: 'readonly',
      },
    },
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 8],
    },
  },
  {
    files: ['**/*.spec.ts', '**/*.spec.tsx', 'test/**/*.ts'],
    extends: [jest.configs['flat/recommended']],
    rules: {
      'max-lines': ['error', { max: 500, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      'jest/no-disabled-tests': 'error',
      'jest/no-conditional-expect': 'error',
      'jest/no-export': 'off',
      'jest/no-standalone-expect': 'off',
      'jest/expect-expect': [
        'error',
        {
          assertFunctionNames: [
            'expect',
            'expect*',
            '**.expect*',
            '**.cannot*',
            'assert*',
            '**.assert*',
            'eventually',
          ],
        },
      ],
    },
  },
  prettier,
);
