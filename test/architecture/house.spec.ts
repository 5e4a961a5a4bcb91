import { filesBelow, importsOf, textOf } from './source-files.js';

const sources = ['apps', 'libs'].flatMap((folder) => filesBelow(folder, /\.(ts|tsx|mjs)$/));
const product = sources.filter((path) => !/\.(spec|db-spec|example)\.tsx?$/.test(path));

describe('rules of the house', () => {
  it('configuration is read in one place', () => {
    const readers = product.filter(
      (path) =>
        /process\.env/.test(textOf(path)) &&
        !path.startsWith('libs/platform/src/config/') &&
        !path.startsWith('apps/stack/'),
    );
    expect(readers.filter((path) => !path.endsWith('vite.config.ts'))).toEqual([]);
  });

  it('no repository is injected and no stale entity saved: both write past the transaction or the version', () => {
    const faults = product.filter(
      (path) =>
        path.startsWith('libs/server/') &&
        /@InjectRepository|\.getRepository\([^)]*\)\.save\(|manager\.save\(/.test(textOf(path)),
    );
    expect(faults).toEqual([]);
  });

  it('the domain knows no framework, no clock and no environment', () => {
    const domain = product.filter((path) => path.startsWith('libs/domain/'));
    expect(
      domain.flatMap((path) =>
        importsOf(path)
          .filter((target) => !target.startsWith('.') && target !== 'decimal.js' && !target.startsWith('@crm/domain/'))
          .map((target) => `${path} → ${target}`),
      ),
    ).toEqual([]);
    expect(domain.filter((path) => /\bnew Date\(\)|Date\.now\(|process\./.test(textOf(path)))).toEqual([]);
  });

  it('what a key means is decided in one place, which knows of input methods', () => {
    const deciding = product.filter(
      (path) =>
        path.startsWith('apps/web/src/') &&
        !path.startsWith('apps/web/src/parts/keys/') &&
        /\b(?:event|e)\.(?:key|code|which|keyCode|isComposing)\b|nativeEvent\.(?:key|isComposing)|\{ key \}: \w*Keyboard/.test(
          textOf(path),
        ),
    );
    expect(deciding).toEqual([]);
  });

  it('money and area are never made a float', () => {
    const faults = product.filter(
      (path) =>
        /\b(?:Number|parseFloat)\([^)]*(?:Wan|Mu|amount|area)\b/i.test(textOf(path)) && path.startsWith('libs/'),
    );
    expect(faults).toEqual([]);
  });

  it('controllers decide nothing', () => {
    const controllers = product.filter(
      (path) => path.endsWith('.controller.ts') && !path.endsWith('/health.controller.ts'),
    );
    expect(controllers.filter((path) => /^\s*(?:if|switch|for|while) ?\(/m.test(textOf(path)))).toEqual([]);
  });

  it('the browser loads no shape: of the contract it runs routes, choices, permissions and sentences alone', () => {
    const light = /^@crm\/api-contract\/(?:routes|choices|permissions|sentences\/\w+)$/;
    const faults = product
      .filter((path) => path.startsWith('apps/web/src/'))
      .flatMap((path) =>
        [...textOf(path).matchAll(/^import (?!type )[^;]*?from '(@crm\/api-contract\/[^']+)'/gm)]
          .filter(([, target]) => !light.test(target as string))
          .map(([, target]) => `${path} → ${target}`),
      );
    expect(faults).toEqual([]);
  });

  it('no test is skipped or singled out', () => {
    const specs = [...sources, ...filesBelow('test', /\.ts$/)].filter(
      (path) => /\.(?:\w+-)?spec\.tsx?$/.test(path) && !path.endsWith('house.spec.ts'),
    );
    expect(
      specs.filter((path) => /\b(?:it|test|describe)\.(?:only|skip|todo)\b|\bx(?:it|describe)\(/.test(textOf(path))),
    ).toEqual([]);
  });

  it('file names say what is inside', () => {
    expect(sources.filter((path) => /\/(?:helpers?|utils?|common|manager|misc)(?:\.[jt]sx?|\/)/.test(path))).toEqual(
      [],
    );
  });

  it('decisions are told in 25 lines', () => {
    const records = filesBelow('docs/adr', /\.md$/);
    expect(records.length).toBeGreaterThan(0);
    expect(records.filter((path) => textOf(path).trimEnd().split('\n').length > 25)).toEqual([]);
  });
});
