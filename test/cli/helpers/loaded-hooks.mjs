// Names every module that is loaded, on stderr; registered by `loaded.mjs`.
import { writeSync } from 'node:fs';

export async function load(url, context, next) {
  if (url.startsWith('file:')) writeSync(2, `loaded ${url}\n`);
  return next(url, context);
}
