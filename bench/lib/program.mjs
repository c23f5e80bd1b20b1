/**
 * Loads a part of the program as the command line does, compiled ahead.
 * @param {string} name an entry of dist/bundle/
 */
export function load(name) {
  return import(`../../dist/bundle/${name}.js`);
}
