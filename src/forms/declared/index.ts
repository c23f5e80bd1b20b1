import type { Form } from '../types.js';
import { eid } from './eid.js';
import { households } from './households.js';
import { members } from './members.js';
import { merchants } from './merchants.js';

/** The four forms of the contract. A config adds to them. */
export const FORMS: readonly Form[] = [members, households, eid, merchants];
