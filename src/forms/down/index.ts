export { isDownwards } from './across.js';
export { readDown } from './read.js';
