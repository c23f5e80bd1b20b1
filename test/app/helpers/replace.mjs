// A run that may be killed at any moment: replaces the target again and again.
// argv: target, first version, name of a step to die at (`rename:2:before`), or blank.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dieAt } from './die-at.mjs';

const [target, first, moment = ''] = process.argv.slice(2);
dieAt(moment);

const { replaceFolder } = await import('../../../dist/app/output-folder.js');

for (let version = Number(first); ; version++) {
  await replaceFolder(
    target,
    async (folder) => {
      await mkdir(join(folder, 'data'));
      await mkdir(join(folder, 'huyen'));
      for (const name of ['a.xlsx', 'huyen/b.xlsx', 'huyen/c.xlsx', 'data/values.csv']) {
        await writeFile(join(folder, name), `${version}`.repeat(1000));
      }
      await writeFile(join(folder, 'data/datapackage.json'), '{"generator":"ccds"}');
    },
    { force: false },
  );
  process.stdout.write(`${version}\n`);
  if (moment !== '') break;
}
