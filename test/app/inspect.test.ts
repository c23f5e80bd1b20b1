import { tmpdir } from 'node:os';
import { expect, it } from 'vitest';
import { inspectFile } from '../../src/app/inspect.js';

it('looks at one file, and says so of a folder', async () => {
  const looked = inspectFile({ file: '.', cwd: tmpdir(), lang: 'vi' });
  await expect(looked).rejects.toMatchObject({ code: 'input-folder', args: { path: '.' } });
});
