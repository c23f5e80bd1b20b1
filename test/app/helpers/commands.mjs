// Several commands one after another in one process, each as the program runs it.
// argv: command lines; stdout gets a line of JSON for each.
import { main } from '../../../dist/bundle/main.js';

for (const line of process.argv.slice(2)) {
  const said = { stdout: '', stderr: '' };
  const output = (of) => ({
    on: () => {},
    write(text, done) {
      said[of] += text;
      done();
      return true;
    },
  });
  const status = await main({
    argv: ['node', 'ccds', ...line.split(' ')],
    env: {},
    cwd: () => process.cwd(),
    on: () => {},
    off: () => {},
    stdout: output('stdout'),
    stderr: output('stderr'),
  });
  process.stdout.write(`${JSON.stringify({ status, ...said })}\n`);
}
