import { LRUCache } from 'lru-cache';
import { problems, type InputOf } from '../../contract/http';
import type { ScreeningRules } from '../../contract/screenings';
import type { updateScreeningRulesSchemas } from '../../contract/screenings.schema';
import type { Audit } from '../audit/service';
import type { Asker } from '../platform/asker';
import type { Database, Queries } from '../platform/database';
import { refuse } from '../platform/refusal';
import * as queries from './queries';
import { createWordFilter, type WordFilter } from './words';

/** In communities that have set none of their own. */
const standard: ScreeningRules = { localPictures: 'trust', addedWords: [], allowedWords: [], version: 0 };

export async function rulesOf(from: Queries, communityId: string): Promise<ScreeningRules> {
  return (await from.row(queries.findRules, [communityId])) ?? standard;
}

/** Of the communities that write most. */
const keptFilters = 50;

/** @returns the words of a community, put together once for each version of its rules. */
export function createFilters(): (communityId: string, rules: ScreeningRules) => WordFilter {
  const filters = new LRUCache<string, WordFilter>({ max: keptFilters });
  return function filterOf(communityId, rules) {
    const key = rules.version === 0 ? '' : `${communityId} ${rules.version}`;
    const filter = filters.get(key) ?? createWordFilter(rules);
    filters.set(key, filter);
    return filter;
  };
}

const trimmed = (words: readonly string[]) => [...new Set(words.map((word) => word.trim()))];

/** What a community wants looked at. */
export function createRules({ database, audit }: { database: Database; audit: Audit }) {
  const filterOf = createFilters();
  return {
    /** For other concepts: whether words of the list stand in a text. Nothing is kept of it, and nobody is asked. */
    async hasWords(from: Queries, communityId: string, text: string): Promise<boolean> {
      return filterOf(communityId, await rulesOf(from, communityId)).find(text).length > 0;
    },

    /** Organiser or admin. */
    getScreeningRules: ({ communityId }: { communityId: string }): Promise<ScreeningRules> =>
      rulesOf(database, communityId),

    /** Organiser or admin. */
    async updateScreeningRules(
      input: InputOf<typeof updateScreeningRulesSchemas>,
      { personId: actorId }: Asker,
    ): Promise<ScreeningRules> {
      const { communityId, localPictures, version } = input;
      const [added, allowed] = [trimmed(input.addedWords), trimmed(input.allowedWords)];
      return database.transaction(async (tx) => {
        const rules = await tx.row(queries.setRules, [communityId, version, localPictures, added, allowed]);
        if (!rules) throw refuse(problems.conflict);
        const details = { localPictures, added: added.length, allowed: allowed.length };
        await audit.record(tx, { communityId, actorId, action: 'screening_rules_set', details });
        return rules;
      });
    },
  };
}
