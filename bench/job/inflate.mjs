// The limit: the same files inflated on one core, nothing read from them.
// inflate.mjs SUBMISSIONS
import { READERS } from '../read/readers.mjs';
import { say, workbooks } from './child.mjs';

const paths = workbooks(process.argv[2]);
const inflate = await READERS['inflate only']();
const start = performance.now();
for (const path of paths) await inflate(path);
say(performance.now() - start);
