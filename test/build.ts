import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Builds what the tests run, where `npm test` has not done so already. */
export default function build(): void {
  if (process.env.CCDS_BUILT === '1') return;
  const script = fileURLToPath(new URL('../scripts/build.mjs', import.meta.url));
  execFileSync(process.execPath, [script], { stdio: ['ignore', 'inherit', 'inherit'] });
}
