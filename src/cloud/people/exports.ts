import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { problems } from '../../contract/http';
import { peopleLimits, peopleProblems, type Export } from '../../contract/people';
import type { Asker } from '../platform/asker';
import type { Clock } from '../platform/clock';
import type { Database, Queries } from '../platform/database';
import { newId } from '../platform/ids';
import { publish } from '../platform/outbox';
import type { PersonalData } from '../platform/personal-data';
import { sendProblem } from '../platform/problems';
import { refuse } from '../platform/refusal';
import type { Sealing } from '../platform/sealing';
import type { Secrets } from '../platform/secrets';
import { exportPage } from './export-page';
import * as queries from './queries';

interface Parts {
  database: Database;
  clock: Clock;
  secrets: Secrets;
  sealing: Sealing;
  personalData: readonly PersonalData[];
}

export const exportRequested = 'people.export_requested';

const secretName = 'data_exports';
const keptMs = peopleLimits.exportHours * 3_600_000;
const fileUrl = '/api/exports/:file';
const filePattern = /^([0-9a-f-]{36})\.([A-Za-z0-9_-]{43})\.(json|html)$/;
const contextOf = (exportId: string, kind: string) => `data_exports.${kind}:${exportId}`;

/** Everything kept about a person, handed to them. */
export function createExports({ database, clock, secrets, sealing, personalData }: Parts) {
  secrets.get(secretName).catch(() => undefined);
  const macOf = async (exportId: string) =>
    createHmac('sha256', await secrets.get(secretName))
      .update(exportId)
      .digest();

  async function shown(row: queries.ExportRow): Promise<Export> {
    const mac = (await macOf(row.id)).toString('base64url');
    const isOpen = row.state === 'ready' && row.expiresAt !== null && row.expiresAt > clock.now();
    const urlOf = (kind: string) => (isOpen ? fileUrl.replace(':file', `${row.id}.${mac}.${kind}`) : null);
    return {
      id: row.id,
      state: row.state === 'ready' && !isOpen ? 'expired' : row.state,
      requestedAt: row.requestedAt.toISOString(),
      expiresAt: row.expiresAt?.toISOString() ?? null,
      jsonUrl: urlOf('json'),
      htmlUrl: urlOf('html'),
    };
  }

  return {
    /** One at a time; made by a job. */
    async createMyExport({ personId }: Asker, tx: Queries): Promise<Export> {
      const row = await tx.row(queries.insertExport, [personId, newId(), clock.now()]);
      if (!row) throw refuse(peopleProblems.export_under_way);
      await publish(tx, {
        topic: exportRequested,
        communityId: null,
        payload: { personId, exportId: row.id },
      });
      return shown(row);
    },

    async listMyExports({ personId }: Asker): Promise<{ items: Export[] }> {
      const rows = await database.rows(queries.listExports, [personId]);
      return { items: await Promise.all(rows.map(shown)) };
    },

    /** The job: collects in one transaction, so that it is of one moment. */
    async make(tx: Queries, personId: string, exportId: string): Promise<void> {
      const sections: { title: string; content: unknown }[] = [];
      for (const { title, collect } of personalData.toReversed()) {
        sections.push({ title, content: await collect(tx, personId) });
      }
      const now = clock.now();
      const madeAt = now.toISOString();
      const json = JSON.stringify(
        { 导出时间: madeAt, ...Object.fromEntries(sections.map(({ title, content }) => [title, content])) },
        null,
        2,
      );
      const jsonSealed = sealing.seal(json, contextOf(exportId, 'json'));
      const htmlSealed = sealing.seal(exportPage(sections, madeAt), contextOf(exportId, 'html'));
      const { keyId } = jsonSealed;
      const expiresAt = new Date(now.getTime() + keptMs);
      await tx.run(queries.keepExport, [
        personId,
        exportId,
        jsonSealed.bytes,
        htmlSealed.bytes,
        keyId,
        expiresAt,
      ]);
    },

    /** The link itself is the key: unguessable, and good for a day. */
    serve(app: FastifyInstance): void {
      app.get(fileUrl, { schema: { hide: true } }, async (request, reply) => {
        const { file } = request.params as { file: string };
        const [, id = '', given = '', kind = ''] = filePattern.exec(file) ?? [];
        const right = await macOf(id);
        const mac = Buffer.from(given, 'base64url');
        const isRight = mac.length === right.length && timingSafeEqual(mac, right);
        const row = isRight && (await database.row(queries.findExport, [id, clock.now()]));
        if (!row) return sendProblem(reply, problems.not_found);
        const bytes = kind === 'json' ? row.jsonSealed : row.htmlSealed;
        const text = sealing.open({ bytes, keyId: row.keyId }, contextOf(id, kind));
        void reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
        if (kind === 'html') return reply.type('text/html; charset=utf-8').send(text);
        return reply
          .header('content-disposition', 'attachment; filename="nuanxin.json"')
          .type('application/json; charset=utf-8')
          .send(text);
      });
    },
  };
}
