// npm run bench -- NAME [OPTIONS]: runs bench/NAME.mjs.
import { readdirSync } from 'node:fs';

const [name, ...options] = process.argv.slice(2);
const folder = new URL('.', import.meta.url);
const known = readdirSync(folder)
  .filter((file) => file.endsWith('.mjs') && file !== 'run.mjs')
  .map((file) => file.slice(0, -'.mjs'.length));
if (name !== undefined && known.includes(name)) {
  const { run } = await import(`./${name}.mjs`);
  await run(options);
} else {
  process.stderr.write(`npm run bench -- NAME, where NAME is one of: ${known.join(', ')}\n`);
  process.exitCode = 2;
}
