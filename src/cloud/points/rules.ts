import { problems, type InputOf } from '../../contract/http';
import { defaultPointRules, pointSources, type PointRules } from '../../contract/points';
import type { updatePointRulesSchemas } from '../../contract/points.schema';
import type { Asker } from '../platform/asker';
import type { Queries } from '../platform/database';
import { refuse } from '../platform/refusal';
import * as queries from './queries';
import type { PointsParts } from './service';

/** What a community gives for what. */
export function createRules({ database, communities, audit }: PointsParts) {
  async function rulesOf(from: Queries, communityId: string): Promise<PointRules> {
    const rows = await from.rows(queries.listRules, [communityId]);
    const items = defaultPointRules.map((standard) => {
      const { points, perDay } = rows.find(({ source }) => source === standard.source) ?? standard;
      return { source: standard.source, points, perDay };
    });
    return { items, version: rows[0]?.version ?? 0 };
  }

  return {
    /** Anyone. */
    async listPointRules({ communityId }: { communityId: string }): Promise<PointRules> {
      await communities.describe(database, communityId);
      return rulesOf(database, communityId);
    },

    /** Organiser or admin. */
    async updatePointRules(
      { communityId, rules, version }: InputOf<typeof updatePointRulesSchemas>,
      { personId: actorId }: Asker,
    ): Promise<PointRules> {
      const sources = rules.map(({ source }) => source);
      if (new Set(sources).size !== pointSources.length)
        throw refuse(problems.invalid_input, { fields: { rules: '每种来源写一条' } });
      const columns = [sources, rules.map(({ points }) => points), rules.map(({ perDay }) => perDay)];
      return database.transaction(async (tx) => {
        if (!(await tx.run(queries.setRules, [communityId, version, ...columns])))
          throw refuse(problems.conflict);
        const details = Object.fromEntries(rules.map(({ source, points }) => [source, points]));
        await audit.record(tx, { communityId, actorId, action: 'point_rules_set', details });
        return rulesOf(tx, communityId);
      });
    },
  };
}
