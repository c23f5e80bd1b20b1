import { register } from 'node:module';

register('./loaded-hooks.mjs', import.meta.url);
