import { problems, type InputOf } from '../../contract/http';
import {
  defaultExportColumns,
  type ExportColumn,
  type ServiceSettings,
} from '../../contract/service-records';
import type { setServiceSettingsSchemas } from '../../contract/service-records.schema';
import type { Asker } from '../platform/asker';
import type { Queries } from '../platform/database';
import { refuse } from '../platform/refusal';
import { policy } from '../policy';
import type { ServiceRecordsParts } from './service';
import { serviceTexts as texts } from './texts';
import { findSettings, setSettings } from './volunteer-queries';

/** A fixed text says something; of other columns no text is kept. */
function columnsOf(columns: readonly ExportColumn[]): ExportColumn[] {
  return columns.map(({ header, field, text = '' }, index) => {
    if (field !== 'fixed') return { header: header.trim(), field };
    if (text.trim()) return { header: header.trim(), field, text: text.trim() };
    throw refuse(problems.invalid_input, { fields: { [`columns.${index}.text`]: texts.fixedText } });
  });
}

export type Settings = ReturnType<typeof createServiceSettings>;

/** Who stands on the papers, and what the province's system takes. */
export function createServiceSettings({ database, communities, audit }: ServiceRecordsParts) {
  async function settingsOf(from: Queries, communityId: string): Promise<Omit<ServiceSettings, 'can'>> {
    const row = await from.row(findSettings, [communityId]);
    if (row) return row;
    const { name } = await communities.describe(from, communityId);
    const columns = [...defaultExportColumns];
    return { issuer: texts.issuerOf(name), head: '', contact: '', columns, version: 0 };
  }

  const can = ({ roles }: Asker, communityId: string) => ({
    change: policy.setServiceSettings.allows(roles.get(communityId)),
  });

  return {
    settingsOf,

    /** Staff, organiser, admin or auditor. */
    async getServiceSettings(
      { communityId }: { communityId: string },
      asker: Asker,
    ): Promise<ServiceSettings> {
      return { ...(await settingsOf(database, communityId)), can: can(asker, communityId) };
    },

    /** Organiser or admin. Papers issued before keep what they said. */
    async setServiceSettings(
      { communityId, issuer, head, contact, columns, version }: InputOf<typeof setServiceSettingsSchemas>,
      asker: Asker,
    ): Promise<ServiceSettings> {
      const written = JSON.stringify(columnsOf(columns));
      const values = [communityId, issuer.trim(), head.trim(), contact.trim(), written, version];
      return database.transaction(async (tx) => {
        if (!(await tx.run(setSettings, values))) throw refuse(problems.conflict);
        await audit.record(tx, { communityId, actorId: asker.personId, action: 'service_settings_set' });
        return { ...(await settingsOf(tx, communityId)), can: can(asker, communityId) };
      });
    },
  };
}
