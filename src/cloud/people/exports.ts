import { peopleLimits, peopleProblems, type Export } from '../../contract/people';
import type { Notify } from '../notices/service';
import type { Asker } from '../platform/asker';
import type { Clock } from '../platform/clock';
import type { Database, Queries } from '../platform/database';
import { newId } from '../platform/ids';
import { publish } from '../platform/outbox';
import type { PersonalData } from '../platform/personal-data';
import { refuse } from '../platform/refusal';
import type { Sealing } from '../platform/sealing';
import type { Secrets } from '../platform/secrets';
import { createExportLinks, type ExportKind } from './export-links';
import { exportPage } from './export-page';
import * as queries from './queries';

interface Parts {
  database: Database;
  clock: Clock;
  secrets: Secrets;
  sealing: Sealing;
  personalData: readonly PersonalData[];
  notify: Notify;
}

export const exportRequested = 'people.export_requested';

const keptMs = peopleLimits.exportHours * 3_600_000;
/** Where each file belongs. */
const contextOf = (exportId: string, kind: ExportKind) => `data_exports.${kind}:${exportId}`;

/** One after the other: the transaction has one connection. */
async function collectAll(from: Queries, personalData: readonly PersonalData[], personId: string) {
  const sections: { title: string; content: unknown }[] = [];
  for (const { title, collect } of personalData.toReversed()) {
    sections.push({ title, content: await collect(from, personId) });
  }
  return sections;
}

/** The job: collects in one transaction, so that it is of one moment. */
function createMaking({ clock, sealing, personalData, notify }: Parts) {
  return async function make(tx: Queries, personId: string, exportId: string): Promise<void> {
    const sections = await collectAll(tx, personalData, personId);
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
    const values = { event: 'export_ready' } as const;
    await notify(tx, {
      personId,
      communityId: null,
      kind: 'account',
      values,
      link: 'people/rider/my-data',
    });
  };
}

/** Everything kept about a person, handed to them. */
export function createExports(parts: Parts) {
  const { database, clock, secrets, sealing } = parts;
  const links = createExportLinks(secrets);

  async function shown(row: queries.ExportRow): Promise<Export> {
    const isOpen = row.state === 'ready' && row.expiresAt !== null && row.expiresAt > clock.now();
    const urlOf = async (kind: ExportKind) => (isOpen ? links.urlOf(row.id, kind) : null);
    return {
      id: row.id,
      state: row.state === 'ready' && !isOpen ? 'expired' : row.state,
      requestedAt: row.requestedAt.toISOString(),
      expiresAt: row.expiresAt?.toISOString() ?? null,
      jsonUrl: await urlOf('json'),
      htmlUrl: await urlOf('html'),
    };
  }

  return {
    /** One at a time; made by a job. */
    async createMyExport({ personId }: Asker, tx: Queries): Promise<Export> {
      const row = await tx.row(queries.insertExport, [personId, newId(), clock.now()]);
      if (!row) throw refuse(peopleProblems.export_under_way);
      const payload = { personId, exportId: row.id };
      await publish(tx, { topic: exportRequested, communityId: null, payload });
      return shown(row);
    },

    async listMyExports({ personId }: Asker): Promise<{ items: Export[] }> {
      const rows = await database.rows(queries.listExports, [personId]);
      return { items: await Promise.all(rows.map(shown)) };
    },

    make: createMaking(parts),

    /** The file a link leads to; null when the link is not ours, or its day is over. */
    async open(file: string): Promise<{ kind: ExportKind; text: string } | null> {
      const link = await links.read(file);
      const row = link && (await database.row(queries.findExport, [link.exportId, clock.now()]));
      if (!row) return null;
      const bytes = link.kind === 'json' ? row.jsonSealed : row.htmlSealed;
      return {
        kind: link.kind,
        text: sealing.open({ bytes, keyId: row.keyId }, contextOf(link.exportId, link.kind)),
      };
    },
  };
}
