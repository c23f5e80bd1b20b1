// A run that reopens a closed month, and may be killed at one of its steps.
// argv: workspace, month, reason, name of the step to die at (`rename:2:before`), or blank.
import { dieAt } from './die-at.mjs';

const [cwd, period, reason, moment = ''] = process.argv.slice(2);
dieAt(moment);

process.chdir(cwd);
process.argv = ['node', 'ccds', 'close', period, '--reopen', '--reason', reason];
const { main } = await import('../../../dist/bundle/main.js');
process.exitCode = await main(process);
