import { openDataPaths } from '../../contract/open-data';
import type { KnownCommunity } from '../communities/service';
import { featureOf, requestOf, type Place } from './answers';
import { numbersOf, Open311Refusal, searchOf, textOf, type Query } from './asked';
import type { OpenDataParts } from './service';
import { errors } from './texts';

const numberPattern = /^\d{1,9}$/;
const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Public reports as others read them. */
export function createLooking({ settings, communities, reports, clock }: OpenDataParts) {
  const addresses = {
    photoUrl: ({ slug }: Place, number: number, mediaId: string) =>
      `${settings.publicUrl}${openDataPaths.base}/photos/${number}/${mediaId}?jurisdiction_id=${slug}`,
  };

  /** The one that is named; where there is one only, that one. */
  async function communityOf(query: Query): Promise<KnownCommunity> {
    const all = [...(await communities.known()).values()];
    const slug = textOf(query, 'jurisdiction_id');
    if (slug === undefined && all.length > 1) throw new Open311Refusal(400, errors.jurisdictionMissing);
    const found = slug === undefined ? all[0] : all.find((community) => community.slug === slug);
    if (!found) throw new Open311Refusal(404, errors.jurisdiction);
    return found;
  }

  async function recordsOf(query: Query, { id }: KnownCommunity) {
    const numbers = numbersOf(query);
    if (numbers) return reports.findPublic(id, numbers);
    return reports.listPublic(id, searchOf(query, clock.now()));
  }

  return {
    communityOf,

    async search(query: Query) {
      const community = await communityOf(query);
      const records = await recordsOf(query, community);
      return records.map((record) => requestOf(record, community, addresses));
    },

    async searchFeatures(query: Query) {
      const community = await communityOf(query);
      const records = await recordsOf(query, community);
      const features = records.map((record) => featureOf(record, community, addresses));
      return { type: 'FeatureCollection', features };
    },

    /** One, in a list as GeoReport has it. */
    async one(number: string, query: Query) {
      const community = await communityOf(query);
      const [record] = numberPattern.test(number)
        ? await reports.findPublic(community.id, [Number(number)])
        : [];
      if (!record) throw new Open311Refusal(404, errors.notFound);
      return [requestOf(record, community, addresses)];
    },

    /** Whether everybody may see this photo of the report with this number. */
    async isShown(number: string, mediaId: string, query: Query): Promise<boolean> {
      if (!numberPattern.test(number) || !idPattern.test(mediaId)) return false;
      const { id } = await communityOf(query);
      return reports.isShown(id, Number(number), mediaId);
    },
  };
}
