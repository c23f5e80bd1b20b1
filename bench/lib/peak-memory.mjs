import { readFileSync } from 'node:fs';

/**
 * The most memory that this process has had, in bytes. What `resourceUsage` says of a child
 * begins with what its parent had when it started the child: Linux tells the process's own.
 */
export function peakMemory() {
  return ownPeak() ?? process.resourceUsage().maxRSS * 1024;
}

function ownPeak() {
  if (process.platform !== 'linux') return null;
  const [, kilobytes] =
    /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return kilobytes === undefined ? null : Number(kilobytes) * 1024;
}
