import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

/** That the code lies as README.md and docs/code.md say: which folder may lean on which. */
const root = fileURLToPath(new URL('..', import.meta.url));
const textOf = (path: string) => readFileSync(join(root, path), 'utf8');

interface Import {
  readonly file: string;
  /** The file that is imported; both from `src`. */
  readonly of: string;
  readonly isTypes: boolean;
}

const FROM = /^(?:import|export)\s(type\s)?([^'";]*?)\sfrom '(\.[^']+)'|\bimport\('(\.[^']+)'\)/gm;

const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replaceAll(sep, '/'));

const imports = files.flatMap((file): Import[] =>
  [...textOf(join('src', file)).matchAll(FROM)].map(([, type, names = '', path, loaded]) => ({
    file,
    of: join(dirname(file), path ?? loaded!).replaceAll(sep, '/'),
    isTypes: type !== undefined || /^\{(\s*type [^,]+,?)+\s*\}$/.test(names),
  })),
);

const folderIn = (above: string, file: string) =>
  /^(\w+)\//.exec(relative(above, file).replaceAll(sep, '/'))?.[1];

it('reads the imports', () => {
  expect(imports.length).toBeGreaterThan(3000);
});

it('a folder of src imports what README.md says, and biome.json refuses the rest', () => {
  const rows = [...textOf('README.md').matchAll(/^\| `src\/(\w+)` \| .* \| (.*) \|$/gm)];
  const names = rows.map(([, name]) => name!);
  const asSaid = new Map(
    rows.map(([, name, of], at) => [
      name!,
      of === 'nothing' ? [] : of === 'all above' ? names.slice(0, at) : of!.split(', '),
    ]),
  );
  const found = imports.map(({ file, of }) => [folderIn('', file), folderIn('', of)] as const);
  const strays = found.filter(([by, of]) => by !== of && !asSaid.get(by!)?.includes(of!));
  expect(strays).toEqual([]);

  const { overrides } = JSON.parse(textOf('biome.json'));
  const refused = new Map<string, string[]>();
  for (const { includes, linter } of overrides) {
    const patterns = linter?.rules?.style?.noRestrictedImports?.options.patterns ?? [];
    const groups = patterns.flatMap(({ group }: { group: string[] }) => group);
    refused.set(
      /^src\/(\w+)/.exec(includes[0])?.[1] ?? '',
      groups.map((one: string) => one.replaceAll(/\*|\//g, '')).sort(),
    );
  }
  for (const [name, may] of asSaid) {
    const others = names.filter((one) => one !== name && !may.includes(one)).sort();
    expect(refused.get(name) ?? [], name).toEqual(others);
  }
});

it.each([
  ['forms', ''],
  ['app', 'decisions workspace'],
])('the folders of src/%s build on those above them in docs/code.md', (above, besides) => {
  const heading = above === 'forms' ? '`src/forms`' : 'How records become figures';
  const section = textOf('docs/code.md')
    .split(/^## /m)
    .find((one) => one.includes(heading))!;
  const order = [...section.matchAll(/^\| `(\w+)\/` \|/gm)].map(([, name]) => name!);
  const folders = readdirSync(join(root, 'src', above), { withFileTypes: true })
    .filter((one) => one.isDirectory())
    .map(({ name }) => name);
  expect([...order].sort()).toEqual(folders.sort());
  const strays = imports.filter(({ file, of, isTypes }) => {
    const [by, on] = [folderIn(above, file), folderIn(above, of)];
    const isKnown = by !== undefined && on !== undefined && by !== on && !isTypes;
    return isKnown && order.indexOf(on) > order.indexOf(by) && `${by} ${on}` !== besides;
  });
  expect(strays).toEqual([]);
});

it('what is installed with ccds is what src imports', () => {
  const quoted = files.flatMap((file) => [
    ...textOf(join('src', file)).matchAll(
      /(?:from |import\()'((?:@[\w-]+\/)?[\w-]+)(?:\/[^']*)?'/g,
    ),
  ]);
  const used = new Set(quoted.map(([, name]) => name!));
  expect([...used].sort()).toEqual(Object.keys(JSON.parse(textOf('package.json')).dependencies));
});

it('every bench has a place for its table in docs/', () => {
  const benches = readdirSync(join(root, 'bench')).filter((file) => file.endsWith('.mjs'));
  const places = benches.flatMap((file) => [
    ...textOf(join('bench', file)).matchAll(/publish\(\{ page: '([^']+)', name: '([^']+)'/g),
  ]);
  expect(places.length).toBe(benches.length - 1);
  for (const [, page, name] of places)
    expect(textOf(join('docs', page!))).toMatch(
      new RegExp(`<!-- bench ${name} -->[^]+<!-- end ${name} -->`),
    );
});

// It calls the parts of reading by themselves, as no compiler checks.
it('the bench of sheets goes with the parts that it measures', () => {
  const options = ['bench/run.mjs', 'intake', '--rows', '40', '--runs', '1'];
  const { status, stderr } = spawnSync(process.execPath, options, { cwd: root, encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
