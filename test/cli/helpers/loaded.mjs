// Names every module that is loaded, and every part of the program that is read, on stderr.
import fs from 'node:fs';
import { register, syncBuiltinESMExports } from 'node:module';
import { pathToFileURL } from 'node:url';

register('./loaded-hooks.mjs', import.meta.url);

const { readFileSync, writeSync } = fs;
fs.readFileSync = (path, ...options) => {
  if (String(path).endsWith('.cjs')) writeSync(2, `loaded ${pathToFileURL(path)}\n`);
  return readFileSync(path, ...options);
};
syncBuiltinESMExports();
