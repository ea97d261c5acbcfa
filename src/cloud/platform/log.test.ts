import { Writable } from 'node:stream';
import { createLog } from './log';

test('of an error stands where to look, and neither values of rows nor what it was asked over', () => {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  const error = Object.assign(new Error('duplicate key'), {
    code: '23505',
    constraint: 'identities_subject',
    detail: 'Key (subject)=(13800138000) already exists.',
    client: { host: '10.0.0.8' },
  });
  createLog('info', stream).log.error({ err: error }, 'database');
  const [line = ''] = lines;
  expect(JSON.parse(line)).toMatchObject({
    msg: 'database',
    err: { type: 'Error', message: 'duplicate key', code: '23505', constraint: 'identities_subject' },
  });
  expect(line).not.toMatch(/13800138000|10\.0\.0\.8/);
});
