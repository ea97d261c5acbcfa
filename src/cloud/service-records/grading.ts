import { problems, type InputOf } from '../../contract/http';
import { serviceProblems, type ServedRecord } from '../../contract/service-records';
import type { gradeServiceSchemas } from '../../contract/service-records.schema';
import type { Asker } from '../platform/asker';
import { refuse } from '../platform/refusal';
import * as queries from './queries';
import type { ServiceRecordsParts } from './service';
import { isStaff, type Shown } from './shown';
import { gradeNames } from './texts';

/** How somebody served. */
export function createGrading(parts: ServiceRecordsParts, shown: Shown) {
  const { database, clock, audit, notify } = parts;

  return {
    /** Who led the activity, or staff; not one's own. The volunteer is told. */
    async gradeService(
      { communityId, recordId, grade, words = '', version }: InputOf<typeof gradeServiceSchemas>,
      asker: Asker,
    ): Promise<ServedRecord> {
      const { personId: actorId } = asker;
      const said = words.trim() || null;
      return database.transaction(async (tx) => {
        const record = await tx.row(queries.find, [communityId, recordId]);
        const isGrader = isStaff(asker, communityId) || record?.recorderId === actorId;
        if (!record?.personId || !isGrader) throw refuse(problems.not_found);
        const { personId, content: what } = record;
        if (personId === actorId) throw refuse(serviceProblems.grade_own);
        const graded = await tx.row(queries.setGrade, [
          ...[communityId, recordId, version, grade, said, actorId],
        ]);
        if (!graded) throw refuse(problems.conflict);
        const { minutes } = graded;
        await tx.run(queries.insertEntry, [
          ...[communityId, recordId, graded.version, 'graded', minutes, grade, null, actorId, clock.now()],
        ]);
        await audit.record(tx, { communityId, actorId, subjectId: personId, action: 'service_graded' });
        const told = said ? `${gradeNames[grade]}。${said}` : gradeNames[grade];
        const values = { news: 'graded', what, hours: '', words: told } as const;
        const link = `service-records/rider/correction?id=${recordId}`;
        await notify(tx, { personId, communityId, kind: 'service', values, link });
        const row = await tx.row(queries.find, [communityId, recordId]);
        const [answer] = row ? await shown.served(tx, communityId, [row], asker) : [];
        if (!answer) throw refuse(problems.not_found);
        return answer;
      });
    },
  };
}
