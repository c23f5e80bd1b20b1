import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { Disk } from '../../src/app/disk.js';

const slow = () => {
  const end = performance.now() + 5;
  while (performance.now() < end);
};

describe('a disk', () => {
  it('is waited for while it answers at once, and tells what went wrong', async () => {
    const disk = new Disk();
    const aside = vi.fn(() => Promise.resolve(-1));
    for (let i = 0; i < 100; i++) expect(await disk.ask(() => i, aside)).toBe(i);
    const failing = () => {
      throw new Error('no');
    };
    expect(() => disk.ask(failing, aside)).toThrow('no');
    expect(aside).not.toHaveBeenCalled();
  });

  it('is asked in passing once its answers come late', async () => {
    const disk = new Disk();
    const now = vi.fn(slow);
    const aside = vi.fn(() => pause(1));
    await Promise.all(Array.from({ length: 20 }, () => disk.ask(now, aside)));
    expect(now).toHaveBeenCalledTimes(1);
    expect(aside).toHaveBeenCalledTimes(19);
  });
});
