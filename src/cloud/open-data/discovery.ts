import { openDataPaths } from '../../contract/open-data';
import type { ReportCategory } from '../../contract/reports';
import type { KnownCommunity } from '../communities/service';
import { services } from './texts';

/** When what is served here changed last. */
const changeset = '2026-11-27T00:00:00+08:00';

/** A service as GeoReport lists it. */
export const serviceOf = (code: ReportCategory) => ({
  service_code: code,
  service_name: services[code].name,
  description: services[code].description,
  metadata: false,
  type: 'batch',
  keywords: null,
  group: null,
});

/** What there is and where, for JSON and for XML, where lists have elements of their own. */
export function discoveryOf(publicUrl: string, communities: readonly KnownCommunity[]) {
  const endpoint = {
    specification: 'http://wiki.open311.org/GeoReport_v2',
    url: publicUrl + openDataPaths.base,
    changeset,
    type: 'production',
  };
  const formats = ['text/xml', 'application/json'];
  const jurisdictions = communities.map(({ slug, name }) => ({ jurisdiction_id: slug, name }));
  const facts = { changeset, contact: null, key_service: null };
  return {
    json: { ...facts, endpoints: [{ ...endpoint, formats }], jurisdictions },
    xml: {
      ...facts,
      endpoints: { endpoint: { ...endpoint, formats: { format: formats } } },
      jurisdictions: { jurisdiction: jurisdictions },
    },
  };
}
