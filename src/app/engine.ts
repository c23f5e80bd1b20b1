import { setFlagsFromString } from 'node:v8';

/**
 * Bytecode that a function runs through before the engine optimises it. Node 20 does so after
 * 66 KB, which suits a server: a run of some seconds spends a fifth of its processor time on
 * functions that are about to be done with (`npm run bench -- job`). Later engines have a
 * quick compiler in between, and are left as they are.
 */
const BYTECODE_BEFORE = 400_000;
const LAST_MAJOR_WITHOUT = 11;
/**
 * How often a regular expression made from now on is interpreted before it is compiled. By itself
 * the engine does so once: as nearly all of ours are used again, each would be translated twice, in
 * each thread.
 */
const USES_BEFORE = 0;
/**
 * Bytecode of other functions that one is optimised with. A third of what the engine would take
 * costs much less time to compile, and the code is hardly slower: a province takes a twentieth
 * less, and ten provinces no more.
 */
const BYTECODE_WITHIN = 300;

/**
 * Tells the engine that this is a short run, not a server; before the modules of the run are
 * loaded, as their regular expressions are made then. Threads started later follow. Only a
 * number that the engine looks up each time may be changed once it runs: whether it interprets
 * regular expressions at all may not, as one that was met before then ends the process.
 */
export function expectShortRun(): void {
  if (Number.parseInt(process.versions.v8, 10) > LAST_MAJOR_WITHOUT) return;
  setFlagsFromString(`--interrupt-budget=${BYTECODE_BEFORE}`);
  setFlagsFromString(`--regexp-tier-up-ticks=${USES_BEFORE}`);
  setFlagsFromString(`--max-inlined-bytecode-size-cumulative=${BYTECODE_WITHIN}`);
}
