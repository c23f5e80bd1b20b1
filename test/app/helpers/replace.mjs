// A run that may be killed at any moment: replaces the target again and again.
// argv: target, first version, name of a step to die at (`rename:2:before`), or blank.

// A run that may be killed at any moment: replaces the target again and again.
// argv: target, first version, name of a step to die at (`rename:2:before`), or blank.
import fs, { mkdir, writeFile } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';

const [target, first, dieAt = ''] = process.argv.slice(2);
const steps = {};

for (const name of ['rename', 'rm', 'mkdir']) {
  const real = fs[name];
  fs[name] = async (...args) => {
    steps[name] = (steps[name] ?? 0) + 1;
    const here = `${name}:${steps[name]}`;
    if (dieAt === `${here}:before`) process.kill(process.pid, 'SIGKILL');
    const result = await real(...args);
    if (dieAt === `${here}:after`) process.kill(process.pid, 'SIGKILL');
    return result;
  };
}
syncBuiltinESMExports();

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
  if (dieAt !== '') break;
}
