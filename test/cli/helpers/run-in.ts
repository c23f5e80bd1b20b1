import { main } from '../../../src/cli/main.js';
import { fakeIo } from './fake-io.js';

/** Runs the program in a folder, without a process for it: a dozen calls a test cost little. */
export async function runIn(cwd: string, ...args: readonly string[]) {
  const io = { ...fakeIo(args), cwd: () => cwd };
  const status = await main(io);
  return { status, stdout: io.said.out, stderr: io.said.err };
}
