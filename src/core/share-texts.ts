import { remembered } from './memo.js';

/**
 * Keeps one copy of the texts that are alike in plain data, in place. Data that comes from
 * another thread, or from a file, has a copy of a file's name or a code wherever it stands.
 */
export function textSharer(): (data: object) => void {
  const known = remembered<string>();
  const copy = (text: string) => known(text, () => text);
  const share = (data: object) => {
    if (ArrayBuffer.isView(data)) return;
    if (Array.isArray(data)) {
      for (let i = 0; i < data.length; i++) {
        const value: unknown = data[i];
        if (typeof value === 'string') data[i] = copy(value);
        else if (typeof value === 'object' && value !== null) share(value);
      }
      return;
    }
    const own = data as Record<string, unknown>;
    for (const key in own) {
      const value = own[key];
      if (typeof value === 'string') own[key] = copy(value);
      else if (typeof value === 'object' && value !== null) share(value);
    }
  };
  return share;
}
