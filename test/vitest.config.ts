import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { TEMPORARY } from './temporary.js';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const SOURCES = at('../src/');
const BUILT = at('../dist/');

const IS_NODE_20 = process.version.startsWith('v20.');

export default defineConfig({
  plugins: [
    {
      // Tests import the sources, and run what is built of them, as users do: as Node loads it,
      // a loop over bytes is many times faster than in the form in which vitest would load it.
      name: 'built-code',
      enforce: 'pre',
      resolveId(source, importer) {
        if (importer === undefined || !source.startsWith('.')) return null;
        const path = resolve(dirname(importer), source);
        if (!path.startsWith(SOURCES)) return null;
        return BUILT + path.slice(SOURCES.length);
      },
    },
  ],
  test: {
    root: at('..'),
    include: ['test/**/*.test.ts'],
    globalSetup: [at('build.ts'), at('temporary.ts')],
    env: { TMPDIR: TEMPORARY },
    server: { deps: { external: [/\/dist\//] } },
    // By itself vitest leaves one core to itself, which has little to do.
    maxWorkers: '100%',
    // Threads that only collect garbage have no core to themselves, and Node 20 would compile
    // most of what a test runs once (`src/app/engine.ts`).
    execArgv: ['--single-threaded-gc', ...(IS_NODE_20 ? ['--interrupt-budget=400000'] : [])],
    // What is built has no state that one test could leave to another: each worker loads it once.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
