// Has LibreOffice save files in other formats. It takes seconds to start, so all of a test's
// files go through one start, in a profile of its own whose macro takes the list of them.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const PROFILE = fileURLToPath(new URL('profile', import.meta.url));
const MACRO = 'macro:///Standard.Convert.Main';

/** Whether LibreOffice is installed; where CI sets `CCDS_NO_SKIP`, it has to be. */
export const hasOffice =
  process.env.CCDS_NO_SKIP !== undefined ||
  spawnSync('soffice', ['--version'], { stdio: 'ignore' }).status === 0;

/**
 * In the order given: a later one may begin with what an earlier one made.
 * @param {readonly { from: string, to: string, filter: string, options?: string }[]} conversions
 * absolute paths; the filter by its name, as LibreOffice's own `--convert-to` has it after the
 * colon
 */
export function convertAll(conversions) {
  const folder = mkdtempSync(join(tmpdir(), 'ccds-office-'));
  try {
    cpSync(PROFILE, folder, { recursive: true });
    const lines = conversions.map(({ from, to, filter, options = '' }) =>
      [pathToFileURL(from).href, pathToFileURL(to).href, filter, options].join('\t'),
    );
    const profile = `-env:UserInstallation=${pathToFileURL(folder).href}`;
    execFileSync('soffice', [profile, '--headless', '--norestore', MACRO], {
      stdio: 'ignore',
      timeout: 120_000,
      env: { ...process.env, CCDS_CONVERSIONS: lines.join('\n') },
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) convertAll(JSON.parse(process.argv[2]));
