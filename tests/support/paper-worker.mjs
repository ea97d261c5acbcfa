import { register } from 'tsx/esm/api';

// Node 20 does not pass the loader on to threads.
register();
await import('../../src/cloud/certificates/paper-worker.ts');
