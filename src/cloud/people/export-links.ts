import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { problems } from '../../contract/http';
import { sendProblem } from '../platform/problems';
import type { Secrets } from '../platform/secrets';
import type { People } from './service';

export type ExportKind = 'json' | 'html';

const secretName = 'data_exports';
const fileUrl = '/api/exports/:file';
const filePattern = /^([0-9a-f-]{36})\.([A-Za-z0-9_-]{43})\.(json|html)$/;

/** A link holds the export's id and what only we can make of it: whoever has it needs no session. */
export function createExportLinks(secrets: Secrets) {
  // Fetched now, because later it is asked for inside transactions, where waiting for a connection could be for ever.
  secrets.get(secretName).catch(() => undefined);
  const macOf = async (exportId: string) =>
    createHmac('sha256', await secrets.get(secretName))
      .update(exportId)
      .digest();

  return {
    async urlOf(exportId: string, kind: ExportKind): Promise<string> {
      const mac = (await macOf(exportId)).toString('base64url');
      return fileUrl.replace(':file', `${exportId}.${mac}.${kind}`);
    },

    async read(file: string): Promise<{ exportId: string; kind: ExportKind } | null> {
      const [, exportId = '', given = '', kind] = filePattern.exec(file) ?? [];
      const [right, mac] = [await macOf(exportId), Buffer.from(given, 'base64url')];
      const isRight = mac.length === right.length && timingSafeEqual(mac, right);
      return isRight && (kind === 'json' || kind === 'html') ? { exportId, kind } : null;
    },
  };
}

export function serveExports(app: FastifyInstance, people: People): void {
  app.get(fileUrl, { schema: { hide: true } }, async (request, reply) => {
    const { file } = request.params as { file: string };
    const opened = await people.exports.open(file);
    if (!opened) return sendProblem(reply, problems.not_found);
    void reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
    if (opened.kind === 'html') return reply.type('text/html; charset=utf-8').send(opened.text);
    return reply
      .header('content-disposition', 'attachment; filename="nuanxin.json"')
      .type('application/json; charset=utf-8')
      .send(opened.text);
  });
}
