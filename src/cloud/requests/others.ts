import type { Queries } from '../platform/database';
import * as categories from './category-queries';
import * as queries from './queries';

/** What other concepts may know of requests. */
export function createOthers() {
  return {
    /** A category that one can ask under, by its id; null where there is none such. */
    async openCategory(from: Queries, communityId: string, categoryId: string) {
      const category = await from.row(categories.find, [communityId, categoryId]);
      if (!category?.isOpen) return null;
      const { id, name, isConfidential, department } = category;
      return { id, name, isConfidential, departmentId: department.id };
    },

    /** Names of categories, by their ids; also of those no longer used. */
    async categoryNames(from: Queries, communityId: string): Promise<Map<string, string>> {
      const all = await from.rows(categories.list, [communityId]);
      return new Map(all.map(({ id, name }) => [id, name]));
    },

    /** Whether it is this person's own request in the community. */
    async isOwnRequest(from: Queries, communityId: string, requestId: string, personId: string) {
      const request = await from.row(queries.find, [communityId, requestId]);
      return request?.requesterId === personId;
    },
  };
}
