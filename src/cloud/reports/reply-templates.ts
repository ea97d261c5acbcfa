import { problems, type InputOf } from '../../contract/http';
import { caseLimits, caseProblems, type ReplyTemplate } from '../../contract/report-cases';
import type {
  removeReplyTemplateSchemas,
  saveReplyTemplateSchemas,
} from '../../contract/report-cases.schema';
import type { Clock } from '../platform/clock';
import { statement, type Database, type Queries } from '../platform/database';
import { newId } from '../platform/ids';
import { refuse } from '../platform/refusal';

const list = statement<ReplyTemplate>(
  'reply_templates_list',
  'select id, title, text from reply_templates where community_id = $1 order by created_at, id',
);
/** None where there are $6 already. */
const insert = statement<ReplyTemplate>(
  'reply_templates_insert',
  `insert into reply_templates (community_id, id, title, text, created_at)
   select $1, $2, $3, $4, $5 where (select count(*) from reply_templates where community_id = $1) < $6
   returning id, title, text`,
);
const remove = statement<object>(
  'reply_templates_delete',
  'delete from reply_templates where community_id = $1 and id = $2',
);

/** Replies that a desk keeps to choose from. */
export function createReplyTemplates({ database, clock }: { database: Database; clock: Clock }) {
  return {
    /** Whoever works at a desk; in the order in which they were added. */
    async listReplyTemplates({ communityId }: { communityId: string }): Promise<{ items: ReplyTemplate[] }> {
      return { items: await database.rows(list, [communityId]) };
    },

    /** Staff, organiser or admin. */
    async saveReplyTemplate(
      { communityId, title, text }: InputOf<typeof saveReplyTemplateSchemas>,
      tx: Queries,
    ): Promise<ReplyTemplate> {
      const values = [communityId, newId(), title.trim(), text.trim(), clock.now(), caseLimits.templates];
      const row = await tx.row(insert, values);
      if (!row) throw refuse(caseProblems.too_many_templates);
      return row;
    },

    /** Staff, organiser or admin. */
    async removeReplyTemplate({
      communityId,
      templateId,
    }: InputOf<typeof removeReplyTemplateSchemas>): Promise<undefined> {
      if (!(await database.run(remove, [communityId, templateId]))) throw refuse(problems.not_found);
    },
  };
}
