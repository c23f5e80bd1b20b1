import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { generate } from '../../fixtures/generate/ca-mau.mjs';
import { call, DATA_ALONE } from './helpers/run-in.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** The commands name a file of this commune; the others only take time. */
const COMMUNE = 'Xã Đất Mũi';

let dir: string;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'ccds-readme-'));
  for (const folder of ['broken', 'ca-mau/registry'])
    cpSync(join(ROOT, 'fixtures', folder), join(dir, 'fixtures', folder), { recursive: true });
  const isWanted = (_: string, commune: string) => commune === COMMUNE;
  await generate(join(dir, 'fixtures/ca-mau/submissions'), isWanted);
}, 120_000);
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** Lines of README's shell blocks that can be run as they stand: `INPUT...` has to be filled in. */
function commands(): string[] {
  const blocks = readFileSync(join(ROOT, 'README.md'), 'utf8').matchAll(/```sh\n(.*?)```/gs);
  return [...blocks]
    .flatMap(([, text]) => text!.split('\n'))
    .filter(
      (line) => line.startsWith('node bin/ccds.js ') && !/ [A-Z]{3,}(?: |$|\.)|\|/.test(line),
    );
}

const argumentsOf = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|([^\s"]+)/g)].map(([, quoted, plain]) => quoted ?? plain!);

it('README’s commands run as they stand, in their order, after the sample was made', async () => {
  const ends: string[] = [];
  for (const line of commands()) {
    const [, , ...args] = argumentsOf(line);
    const { status, stderr } = await call(dir, args, DATA_ALONE);
    ends.push(`${line}: ${status}${status === 2 ? stderr : ''}`);
  }
  expect(ends.length).toBeGreaterThan(8);
  // The reports that are sent back have errors, and only they.
  expect(ends).toEqual(
    commands().map((line) => `${line}: ${line.includes('fixtures/broken') ? 1 : 0}`),
  );
}, 240_000);
