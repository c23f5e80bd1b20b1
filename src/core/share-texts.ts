import { remembered } from './memo.js';

/**
 * Keeps one copy of the texts that are alike in plain data, in place. Data that comes from
 * another thread, or from a file, has a copy of a file's name or a code wherever it stands.
 */
export function textSharer(): (data: object) => void {
  const known = remembered<string>();
  const share = (data: object) => {
    if (ArrayBuffer.isView(data) || Object.isFrozen(data)) return;
    const own = data as Record<string, unknown>;
    for (const key of Object.keys(own)) {
      const value = own[key];
      if (typeof value === 'string') own[key] = known(value, () => value);
      else if (typeof value === 'object' && value !== null) share(value);
    }
  };
  return share;
}
