// Compiles src/ to dist/, and joins its some 400 modules into a few files in dist/bundle/,
// which is what runs: they load in a third of the time. Run by npm's `prepare`, so that
// `node bin/ccds.js` works after `npm ci` alone. Safe while ccds or another build runs: files
// are made aside, renamed into place one by one, and what has no source any more goes last.
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
} from 'node:fs';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const compiler = join(root, 'node_modules/typescript/bin/tsc');

/** What is started by its file's name, or used or measured apart: name in the bundle, module. */
const ENTRIES = {
  main: 'cli/main.js',
  engine: 'app/engine.js',
  'read-worker': 'app/reading/read-worker.js',
  'legacy-watch': 'spreadsheet/legacy-watch.js',
  'legacy-worker': 'spreadsheet/legacy-worker.js',
  rollup: 'app/rollup.js',
  run: 'app/run.js',
  spreadsheet: 'spreadsheet/index.js',
};
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
    await bundle(fresh);
    install(fresh);
    return status ?? 1;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

async function bundle(fresh) {
  const { rolldown } = await import('rolldown');
  const input = Object.fromEntries(
    Object.entries(ENTRIES).map(([name, module]) => [name, join(fresh, module)]),
  );
  const bundled = await rolldown({
    // The same for each build: names of parts and comments tell where modules lie.
    cwd: fresh,
    input,
    platform: 'node',
    external: (id) => !/^[./]/.test(id) && !isAbsolute(id) && !JOINED_PACKAGE.test(id),
  });
  await bundled.write({ dir: join(fresh, 'bundle'), entryFileNames: '[name].js' });
}

/** Parts of the bundle have names of their own in each build; what loads them comes after. */
function install(fresh) {
  const compiled = filesIn(fresh).sort((a, b) => Number(isEntry(a)) - Number(isEntry(b)));
  for (const file of compiled) {
    const to = join(dist, file);
    if (existsSync(to) && readFileSync(to).equals(readFileSync(join(fresh, file)))) continue;
    mkdirSync(dirname(to), { recursive: true });
    renameSync(join(fresh, file), to);
  }
  const keep = new Set(compiled);
  for (const file of filesIn(dist)) {
    if (!keep.has(file) && !file.startsWith('.new-')) rmSync(join(dist, file), { force: true });
  }
}

function isEntry(file) {
  return dirname(file) === 'bundle' && basename(file, '.js') in ENTRIES;
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
