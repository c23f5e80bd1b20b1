import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceFolder } from '../../../dist/app/output/folder.js';

/** Replaces the target by a result whose every file says the version a thousand times. */
export async function replaceVersion(target, version) {
  const write = async (folder) => {
    await mkdir(join(folder, 'data'));
    await mkdir(join(folder, 'huyen'));
    for (const name of ['a.xlsx', 'huyen/b.xlsx', 'huyen/c.xlsx', 'data/values.csv']) {
      await writeFile(join(folder, name), `${version}`.repeat(1000));
    }
    await writeFile(join(folder, 'data/datapackage.json'), '{"generator":"ccds"}');
  };
  await replaceFolder(target, write, { force: false });
}
