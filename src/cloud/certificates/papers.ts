import type { Certificate } from '../../contract/certificates';
import { createWorkerThread, type WorkerThread } from '../platform/worker-thread';
import { certificateTexts as texts } from './texts';

/** A certificate → its PDF. */
export type Papers = WorkerThread<Certificate, Uint8Array>;

/** Papers are drawn one after the other on a thread of their own; who is the last of thirty waits some six seconds. */
export const createPapers = (worker: URL): Papers =>
  createWorkerThread({
    file: worker,
    waitingAtMost: 30,
    limitMs: 20_000,
    idleMs: 60_000,
    busy: texts.papersBusy,
  });
