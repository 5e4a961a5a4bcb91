import nx from '@nx/eslint-plugin';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

// The floors and what each may import (docs/architecture.md). test/architecture checks the rooms.
const floors = [
  {
    sourceTag: 'layer:domain',
    onlyDependOnLibsWithTags: ['layer:domain'],
    allowedExternalImports: ['decimal.js', 'fast-check'],
  },
  { sourceTag: 'layer:platform', onlyDependOnLibsWithTags: ['layer:platform'] },
  {
    sourceTag: 'layer:api-contract',
    onlyDependOnLibsWithTags: ['layer:api-contract', 'layer:domain'],
    allowedExternalImports: ['zod', '@casl/ability', 'libphonenumber-js/*'],
  },
  {
    sourceTag: 'layer:server',
    onlyDependOnLibsWithTags: ['layer:server', 'layer:api-contract', 'layer:domain', 'layer:platform'],
  },
  {
    sourceTag: 'layer:api',
    onlyDependOnLibsWithTags: ['layer:server', 'layer:api-contract', 'layer:domain', 'layer:platform'],
  },
  {
    sourceTag: 'layer:worker',
    onlyDependOnLibsWithTags: ['layer:server', 'layer:api-contract', 'layer:domain', 'layer:platform'],
  },
  { sourceTag: 'layer:web', onlyDependOnLibsWithTags: ['layer:api-contract', 'layer:domain'] },
  { sourceTag: 'layer:stack', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'layer:test', onlyDependOnLibsWithTags: ['*'] },
];

// The test run uses these modules before node_modules exists, when package names cannot be resolved yet.
const beforeInstall = ['../apps/stack/*', '../../apps/stack/*'];

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '.nx/**', '.data/**', 'test/.tmp/**'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx,mjs,js}'],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          allow: beforeInstall,
          depConstraints: floors,
          banTransitiveDependencies: false,
          enforceBuildableLibDependency: false,
        },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[object.name='process'][property.name='env']",
          message: 'Configuration is read in libs/platform/src/config alone.',
        },
      ],
      eqeqeq: ['error', 'always'],
      // What Prettier cannot break: comments and names. Sentences, statements of SQL and titles of tests stay whole.
      'max-len': [
        'error',
        { code: 120, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true, ignoreUrls: true },
      ],
    },
  },
  // Writing the list of routes formats it.
  { files: ['libs/api-contract/write-routes.mjs'], rules: { '@nx/enforce-module-boundaries': 'off' } },
  // A database spec and its example are beside their service but use the servers of test/, which start what they test.
  { files: ['**/*.db-spec.ts', '**/*.example.ts', 'test/**'], rules: { '@nx/enforce-module-boundaries': 'off' } },
  {
    files: ['libs/platform/src/config/**', 'apps/stack/**', 'test/**', '**/*.mjs'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['apps/web/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { ...reactHooks.configs.recommended.rules },
  },
);
