import type { Action } from './action.js';
import { check } from './check.js';
import { diff } from './diff.js';
import { importList } from './import.js';
import { list, tree } from './list.js';
import { hamlets, suggest } from './suggest.js';

/** Everything that `ccds units` does, in the order of its help. */
export const ACTIONS: readonly Action[] = [check, list, tree, diff, importList, suggest, hamlets];
