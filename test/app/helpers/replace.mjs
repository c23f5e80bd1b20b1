// A run that may be killed at any moment: replaces the target again and again.
// argv: target, first version, name of a step to die at (`rename:2:before`), or blank.
import { dieAt } from './die-at.mjs';

const [target, first, moment = ''] = process.argv.slice(2);
dieAt(moment);

const { replaceVersion } = await import('./replace-version.mjs');

for (let version = Number(first); ; version++) {
  await replaceVersion(target, version);
  process.stdout.write(`${version}\n`);
  if (moment !== '') break;
}
