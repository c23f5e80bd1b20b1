export { isDownwards, mayBeDownwards } from './across.js';
export { readDown } from './read.js';
