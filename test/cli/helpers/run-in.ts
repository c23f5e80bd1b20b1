import { rollup, writeData } from '../../../src/app/rollup.js';
import { APP, type App } from '../../../src/cli/app.js';
import { main } from '../../../src/cli/main.js';
import { fakeIo } from './fake-io.js';

/** The program without the workbooks of a roll-up, which take half of its time. */
export const DATA_ALONE: App = { ...APP, rollup: (options) => rollup(options, [writeData]) };

/** Runs the program in a folder, without a process for it: a dozen calls a test cost little. */
export async function call(cwd: string, args: readonly string[], app = APP) {
  const io = { ...fakeIo(args), cwd: () => cwd };
  const status = await main(io, app);
  return { status, stdout: io.said.out, stderr: io.said.err };
}

/** The same with the words of the call one after the other. */
export function runIn(cwd: string, ...args: readonly string[]) {
  return call(cwd, args);
}
