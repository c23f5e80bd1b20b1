/**
 * Loads a part of the program as the command line does: the engine is told first what comes.
 * @param {string} name an entry of dist/bundle/
 */
export async function load(name) {
  const { expectShortRun } = await import('../../dist/bundle/engine.js');
  expectShortRun();
  return import(`../../dist/bundle/${name}.js`);
}
