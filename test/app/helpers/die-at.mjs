// Has this process die at a step of its own: `rename:2:before` is the second renaming, ere it is done.
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

/** To be called before what does the steps is imported. */
export function dieAt(moment) {
  const steps = {};
  for (const name of ['rename', 'rm', 'mkdir']) {
    const real = fs[name];
    fs[name] = async (...args) => {
      steps[name] = (steps[name] ?? 0) + 1;
      const here = `${name}:${steps[name]}`;
      if (moment === `${here}:before`) process.kill(process.pid, 'SIGKILL');
      const result = await real(...args);
      if (moment === `${here}:after`) process.kill(process.pid, 'SIGKILL');
      return result;
    };
  }
  syncBuiltinESMExports();
}
