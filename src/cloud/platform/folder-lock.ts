import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Thrown when another running server holds the folder. */
export class FolderInUse extends Error {
  constructor(folder: string, pid: number) {
    super(`${folder} is in use by another server (process ${pid}); stop it first or set DATA_DIR`);
  }
}

/**
 * Tells a process from a later one with the same number: its start time where the system tells it.
 * Empty elsewhere, where the number alone has to do.
 */
function startOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function isHeldBy(pid: number, start: string): boolean {
  if (pid === process.pid) return startOf(pid) === start;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return startOf(pid) === start;
}

/** Takes the folder for this process; a lock left by a killed one is taken over. Returns what gives it back. */
export function lockFolder(folder: string): () => void {
  const file = join(folder, 'server.lock');
  for (;;) {
    try {
      const handle = openSync(file, 'wx');
      writeSync(handle, `${process.pid} ${startOf(process.pid)}`);
      closeSync(handle);
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const [pid = '0', start = ''] = readFileSync(file, 'utf8').split(' ');
    if (isHeldBy(Number(pid), start)) throw new FolderInUse(folder, Number(pid));
    rmSync(file, { force: true });
  }
}
