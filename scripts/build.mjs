// Compiles src/ to dist/, and joins its some 900 modules into a few files in dist/bundle/, which
// is what runs: they load in a third of the time, and come with what the engine compiles of them
// (scripts/compile-ahead.mjs). Run by npm's `prepare`, so that `node bin/ccds.js` works after
// `npm ci` alone. Safe while ccds or another build runs: files are made aside, renamed into place
// one by one, and what has no source any more goes last.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, extname, isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const compiler = join(root, 'node_modules/typescript/bin/tsc');

/** What is started by its file's name, or used or measured apart: name in the bundle, module. */
const ENTRIES = {
  main: 'cli/main.js',
  'read-worker': 'app/reading/read-worker.js',
  rollup: 'app/rollup.js',
  run: 'app/run.js',
  spreadsheet: 'spreadsheet/index.js',
};
/** What loads the others, and what runs in a process of its own: modules, not compiled ahead. */
const MODULES = {
  load: 'app/load.js',
  'legacy-watch': 'spreadsheet/legacy-watch.js',
  'legacy-worker': 'spreadsheet/legacy-worker.js',
};
/** With all that they import they are one file: calls from one file into another cost more. */
const CORE = ['app/run.js', 'app/reading/file-reader.js', 'app/reading/report-pieces.js'];
/** What `--help` needs is not of it. */
const FIRST = [ENTRIES.main, 'cli/usage-error.js', 'messages/vi/cli.js', 'messages/en/cli.js'];
/** An import as the compiler writes it. */
const IMPORT = /(?:^import|\bfrom) '(\.[^']+\.js)';$/gm;
/** Names the engine that has compiled ahead: what another has left is not taken (`src/app/joined-parts.ts`). */
const ENGINE = 'bundle/engine.txt';
/**
 * Joined with our own modules, as they come in many, or in a form that Node reads twice; other
 * packages load in a few files, or only when they are needed.
 */
const JOINED_PACKAGE = /^(?:zod|yauzl|pend|csv-parse|csv-stringify)(?:\/|$)/;

process.exitCode = existsSync(compiler) ? await build() : withoutCompiler();

async function build() {
  mkdirSync(dist, { recursive: true });
  removeLeftovers();
  const fresh = mkdtempSync(join(dist, '.new-'));
  try {
    // `npm test` checks the types.
    const args = [compiler, '-p', 'tsconfig.json', '--noCheck', '--outDir', fresh];
    const { status } = spawnSync(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    await writeLettersOut(fresh);
    await bundle(fresh);
    const isChanged = install(fresh);
    const { thisEngine } = await import('../dist/app/joined-parts.js');
    if (isChanged || !isCompiledAhead(thisEngine())) compileAhead(thisEngine());
    return status ?? 1;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** In all modules, so that what is tested is what runs. */
async function writeLettersOut(fresh) {
  const { plainLetters } = await import('./plain-letters.mjs');
  for (const file of filesIn(fresh)) {
    const path = join(fresh, file);
    const source = readFileSync(path, 'utf8');
    const plain = plainLetters(source);
    if (plain !== source) writeFileSync(path, plain);
  }
}

async function bundle(fresh) {
  const dir = join(fresh, 'bundle');
  await joined({ fresh, input: MODULES, output: { dir } });
  const groups = [{ name: 'core', test: core(fresh) }];
  const parts = await joined({
    fresh,
    input: ENTRIES,
    output: {
      dir,
      format: 'cjs',
      exports: 'named',
      // What was compiled ahead cannot import; Node's `require` takes modules of both kinds.
      dynamicImportInCjs: false,
      entryFileNames: '[name].cjs',
      chunkFileNames: '[name]-[hash].cjs',
      codeSplitting: { groups, includeDependenciesRecursively: false },
    },
  });
  for (const { isEntry, name, fileName, exports } of parts) {
    if (isEntry) writeFileSync(join(dir, `${name}.js`), opening(fileName, exports));
  }
}

async function joined({ fresh, input, output }) {
  const { rolldown } = await import('rolldown');
  const bundled = await rolldown({
    // The same for each build: names of parts and comments tell where modules lie.
    cwd: fresh,
    input: Object.fromEntries(
      Object.entries(input).map(([name, module]) => [name, join(fresh, module)]),
    ),
    platform: 'node',
    preserveEntrySignatures: 'allow-extension',
    external: (id) => !/^[./]/.test(id) && !isAbsolute(id) && !JOINED_PACKAGE.test(id),
  });
  return (await bundled.write(output)).output;
}

/** What opens an entry for those who import it. */
function opening(fileName, exports) {
  const named = exports.filter((name) => name !== 'default');
  const lines = [
    "import { load } from './load.js';",
    '',
    `const part = load('${fileName}');`,
    `export const { ${named.join(', ')} } = part;`,
  ];
  if (exports.includes('default')) lines.push('export default part.default;');
  return `${lines.join('\n')}\n`;
}

/** Whether a module belongs to the core, as the packages do that are joined. */
function core(fresh) {
  const first = importedFrom(fresh, FIRST);
  const all = importedFrom(fresh, CORE);
  return (id) => id.includes('node_modules') || (all.has(id) && !first.has(id));
}

/** The modules of ours that some modules load, as they begin. */
function importedFrom(fresh, modules) {
  const found = new Set(modules.map((module) => join(fresh, module)));
  for (const file of found) {
    for (const [, path] of readFileSync(file, 'utf8').matchAll(IMPORT)) {
      found.add(join(dirname(file), path));
    }
  }
  return found;
}

/** Parts of the bundle have names of their own in each build; what loads them comes after. */
function install(fresh) {
  let isChanged = false;
  const compiled = filesIn(fresh).sort((a, b) => Number(isEntry(a)) - Number(isEntry(b)));
  for (const file of compiled) {
    const to = join(dist, file);
    if (existsSync(to) && readFileSync(to).equals(readFileSync(join(fresh, file)))) continue;
    mkdirSync(dirname(to), { recursive: true });
    renameSync(join(fresh, file), to);
    isChanged = true;
  }
  const keep = new Set([...compiled, ENGINE]);
  for (const file of filesIn(dist)) {
    const of = file.replace(/\.compiled$/, '');
    if (!keep.has(of) && !file.startsWith('.new-')) rmSync(join(dist, file), { force: true });
  }
  return isChanged;
}

function isEntry(file) {
  return dirname(file) === 'bundle' && extname(file) === '.js';
}

function isCompiledAhead(engine) {
  const file = join(dist, ENGINE);
  return existsSync(file) && readFileSync(file, 'utf8') === engine;
}

/** Without it all works as well, a little later. */
function compileAhead(engine) {
  rmSync(join(dist, ENGINE), { force: true });
  const script = fileURLToPath(new URL('compile-ahead.mjs', import.meta.url));
  const { status } = spawnSync(process.execPath, [script], { cwd: root, stdio: 'inherit' });
  if (status === 0) writeFileSync(join(dist, ENGINE), engine);
  else console.error('ccds: could not compile ahead; each command takes a little longer to begin.');
}

/** What a build that was killed left behind; one that runs is minutes old at most. */
function removeLeftovers() {
  for (const name of readdirSync(dist)) {
    const path = join(dist, name);
    const old = name.startsWith('.new-') && Date.now() - statSync(path).mtimeMs > 3_600_000;
    if (old) rmSync(path, { recursive: true, force: true });
  }
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

/** `npm ci --omit=dev` installs no compiler: what was compiled before has to do. */
function withoutCompiler() {
  const built = existsSync(join(dist, 'bundle/main.js'));
  console.error(
    built
      ? 'ccds: TypeScript is not installed (--omit=dev); dist/ is used as it is.'
      : 'ccds: TypeScript is not installed (--omit=dev) and dist/ is missing; run `npm ci` without --omit=dev.',
  );
  return built ? 0 : 1;
}
