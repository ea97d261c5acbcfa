import { problems, type InputOf } from '../../contract/http';
import { requestCaseProblems, type RequestAssignees, type RequestCase } from '../../contract/request-cases';
import type * as schemas from '../../contract/request-cases.schema';
import { listDepartments, nameDepartments } from '../members/service';
import type { Asker } from '../platform/asker';
import type { Queries } from '../platform/database';
import { refuse } from '../platform/refusal';
import { accessTo, accessToOthers, actorFor } from './case-access';
import * as cases from './case-queries';
import type { CaseViews } from './case-views';
import type { CasesParts } from './cases';
import * as categories from './category-queries';
import type { RequestIds } from './history';
import type { Given, Move } from './moves';
import type { RequestRecord } from './queries';

type Input<Name extends Extract<keyof typeof schemas, `${string}Schemas`>> = InputOf<(typeof schemas)[Name]>;
type MovingParts = CasesParts & { views: CaseViews };

const { request_assignee_unknown, request_category_unknown, request_stays_confidential, request_own_case } =
  requestCaseProblems;

/** The category a request is to have: what is confidential stays so. */
async function categoryOf(tx: Queries, request: RequestRecord, wanted: string | null) {
  const { communityId, categoryId, isConfidential } = request;
  if (wanted === null || wanted === categoryId) return { categoryId, isConfidential };
  const category = await tx.row(categories.find, [communityId, wanted]);
  if (!category?.isOpen) throw refuse(request_category_unknown);
  if (isConfidential && !category.isConfidential) throw refuse(request_stays_confidential);
  return { categoryId: category.id, isConfidential: category.isConfidential };
}

/** To whom a request is to be given: a department, and one of its officers, or of the list of a confidential one. */
async function givenTo(
  tx: Queries,
  request: RequestRecord,
  { departmentId, officerId = null, categoryId = null }: Input<'assignRequestSchemas'>,
): Promise<Given> {
  const { communityId } = request;
  const category = await categoryOf(tx, request, categoryId);
  if ((await nameDepartments(tx, communityId, [departmentId])).length === 0)
    throw refuse(request_assignee_unknown);
  const given = { departmentId, officerId, ...category };
  if (officerId === null) return given;
  if (officerId === request.requesterId)
    throw refuse(request_own_case, { detail: '这是 Ta 自己提的诉求，请交给别的同事' });
  if (category.isConfidential) {
    const readers = await tx.rows(categories.listReaders, [communityId, category.categoryId]);
    if (!readers.some(({ personId }) => personId === officerId)) throw refuse(request_stays_confidential);
    return given;
  }
  const officers = await tx.rows(cases.listOfficers, [communityId]);
  if (!officers.some((one) => one.departmentId === departmentId && one.personId === officerId))
    throw refuse(request_assignee_unknown);
  return given;
}

function createSteps({ requests, views, audit }: MovingParts) {
  async function shown(tx: Queries, ids: RequestIds, asker: Asker): Promise<RequestCase | null> {
    const answer = await views.shown(tx, ids, asker);
    const { communityId, requestId } = ids;
    const look = { communityId, actorId: asker.personId, action: 'confidential_request_viewed' } as const;
    // What was done is in its history; that the words were read once more is not.
    if (answer?.isConfidential) await audit.record(tx, { ...look, details: { requestId } });
    return answer;
  }

  return {
    async step(
      tx: Queries,
      ids: RequestIds & { version: number },
      asker: Asker,
      move: Omit<Move, 'by' | 'version'>,
    ): Promise<RequestCase | null> {
      const { communityId, requestId, version } = ids;
      const access = await accessToOthers(tx, ids, asker);
      const by = { as: actorFor(move.action, access), personId: asker.personId };
      await requests.move(tx, { communityId, requestId }, { ...move, by, version });
      return shown(tx, ids, asker);
    },

    /** Where whoever moves it still has it. */
    kept(answer: RequestCase | null): RequestCase {
      if (!answer) throw refuse(problems.not_found);
      return answer;
    },

    shown,
  };
}

/** Whoever has a request, and staff in their place: what they do about it. */
export function createCaseMoves(parts: MovingParts) {
  const { requests } = parts;
  const { step, kept, shown } = createSteps(parts);
  return {
    /** Whoever has it, or staff. */
    async acceptRequest(input: Input<'acceptRequestSchemas'>, asker: Asker, tx: Queries) {
      return kept(await step(tx, input, asker, { action: 'accept' }));
    },

    /** Whoever has it, with a reason. */
    async returnRequest(input: Input<'returnRequestSchemas'>, asker: Asker, tx: Queries) {
      return { case: await step(tx, input, asker, { action: 'return', words: input.reason.trim() }) };
    },

    /** Whoever has it, or staff. */
    async askRequester(input: Input<'askRequesterSchemas'>, asker: Asker, tx: Queries) {
      return kept(await step(tx, input, asker, { action: 'ask', words: input.question.trim() }));
    },

    /** Whoever has it, or staff. */
    async answerRequest(input: Input<'answerRequestSchemas'>, asker: Asker, tx: Queries) {
      const said = { words: input.words.trim(), mediaIds: input.mediaIds ?? [] };
      return kept(await step(tx, input, asker, { action: 'answer', ...said }));
    },

    /** Whoever has it, or staff: for those who work on it. */
    async addRequestNote(input: Input<'addRequestNoteSchemas'>, asker: Asker, tx: Queries) {
      const { communityId, requestId, words } = input;
      const { request, actors } = await accessToOthers(tx, input, asker);
      const [as] = actors;
      if (!as) throw refuse(problems.forbidden);
      const { state } = request;
      const by = { as, personId: asker.personId };
      const line = { action: 'note', from: state, to: state, by, words: words.trim() } as const;
      await requests.append(tx, { communityId, requestId }, { ...line, isInternal: true });
      return kept(await shown(tx, input, asker));
    },
  };
}

/** To whom it can be given, and giving it. */
export function createCaseGiving(parts: MovingParts) {
  const { database } = parts;
  const { step } = createSteps(parts);

  return {
    /** Whoever may see it. */
    async listRequestAssignees(ids: RequestIds, asker: Asker): Promise<RequestAssignees> {
      const { communityId } = ids;
      const { request } = await accessTo(database, ids, asker);
      const { isConfidential, categoryId } = request;
      const departments = await listDepartments(database, communityId);
      const readers = isConfidential
        ? await database.rows(categories.listReaders, [communityId, categoryId])
        : [];
      const officers = isConfidential ? [] : await database.rows(cases.listOfficers, [communityId]);
      const all = await database.rows(categories.list, [communityId]);
      return {
        departments: departments.map(({ id, name }) => ({
          id,
          name,
          officers: [...readers, ...officers.filter(({ departmentId }) => departmentId === id)].map(
            ({ personId, nickname }) => ({ personId, nickname }),
          ),
        })),
        categories: all
          .filter((one) => one.isOpen && (one.isConfidential || !isConfidential))
          .map(({ id, name, icon, department }) => ({ id, name, icon, departmentId: department.id })),
      };
    },

    /** Whoever has it, or staff; with another category where it was the wrong one. */
    async assignRequest(input: Input<'assignRequestSchemas'>, asker: Asker, tx: Queries) {
      const { request } = await accessToOthers(tx, input, asker);
      const given = await givenTo(tx, request, input);
      const words = input.words?.trim() ?? null;
      return { case: await step(tx, input, asker, { action: 'assign', given, words }) };
    },
  };
}
