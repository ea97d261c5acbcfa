import { problems, type AnswerOf, type InputOf } from '../../contract/http';
import { categoryProblems, type RequestReaders } from '../../contract/request-categories';
import type {
  setRequestCategoriesSchemas,
  setRequestReadersSchemas,
} from '../../contract/request-categories.schema';
import type { listRequestCategoriesSchemas } from '../../contract/requests.schema';
import { nameDepartments } from '../members/service';
import type { Asker } from '../platform/asker';
import type { Queries } from '../platform/database';
import { newId } from '../platform/ids';
import { refuse } from '../platform/refusal';
import * as queries from './category-queries';
import type { RequestsParts } from './service';

type Input = InputOf<typeof setRequestCategoriesSchemas>;
type Categories = AnswerOf<typeof listRequestCategoriesSchemas>;

type CategoriesParts = Pick<RequestsParts, 'database' | 'clock' | 'communities' | 'audit'>;

/** As they come in: every one that is there, in the version seen, none twice. */
async function demandSeen(tx: Queries, { communityId, categories }: Input): Promise<void> {
  const known = new Map((await tx.rows(queries.lock, [communityId])).map(({ id, version }) => [id, version]));
  const old = categories.filter(({ id }) => id !== null);
  const isSeen = old.every(({ id, version }) => known.get(id ?? '') === version);
  if (!isSeen || new Set(old.map(({ id }) => id)).size !== known.size || old.length !== known.size)
    throw refuse(problems.conflict);
}

async function demandDepartments(tx: Queries, { communityId, categories }: Input): Promise<void> {
  const ids = new Set(categories.map(({ departmentId }) => departmentId));
  if ((await nameDepartments(tx, communityId, [...ids])).length !== ids.size)
    throw refuse(categoryProblems.category_department_unknown);
}

/** What one can ask about. */
export function createCategories({ database, communities, audit }: CategoriesParts) {
  return {
    /** A member of the community. */
    async listRequestCategories({ communityId }: { communityId: string }): Promise<Categories> {
      await communities.describe(database, communityId);
      return { items: await database.rows(queries.list, [communityId]) };
    },

    /** Organiser or admin; written down. */
    async setRequestCategories(input: Input, { personId: actorId }: Asker): Promise<Categories> {
      const { communityId, categories } = input;
      const names = new Set(categories.map(({ name }) => name.trim()));
      if (names.size !== categories.length) throw refuse(categoryProblems.category_name_taken);
      return database.transaction(async (tx) => {
        await communities.describe(tx, communityId);
        await tx.row(queries.hold, [communityId]);
        await demandSeen(tx, input);
        await demandDepartments(tx, input);
        for (const [ordinal, category] of categories.entries()) {
          const { id, name, hint, icon, departmentId, isConfidential, answerDays, isActive } = category;
          await tx.run(id === null ? queries.insert : queries.update, [
            ...[communityId, id ?? newId(), name.trim(), hint?.trim() ?? null, icon, departmentId],
            ...[isConfidential, answerDays, isActive, ordinal],
          ]);
        }
        const details = { categories: categories.length };
        await audit.record(tx, { communityId, actorId, action: 'request_categories_set', details });
        return { items: await tx.rows(queries.list, [communityId]) };
      });
    },
  };
}

/** Who reads what is confidential. */
export function createReaders({ database, clock, audit }: CategoriesParts) {
  async function readersOf(
    from: Queries,
    communityId: string,
    categoryId: string,
    { personId }: Asker,
  ): Promise<RequestReaders> {
    const category = await from.row(queries.find, [communityId, categoryId]);
    if (!category) throw refuse(problems.not_found);
    const readers = await from.rows(queries.listReaders, [communityId, categoryId]);
    const candidates = await from.rows(queries.listCandidates, [communityId, personId]);
    return { readers, candidates, version: category.version };
  }

  /** One who is on the list stays, whoever sets it; nobody puts themselves there. */
  function demandOthers(
    { readers, candidates }: RequestReaders,
    personIds: readonly string[],
    asker: Asker,
  ): void {
    const before = new Set(readers.map(({ personId }) => personId));
    const possible = new Set(candidates.map(({ personId }) => personId));
    const added = personIds.filter((personId) => !before.has(personId));
    if (added.includes(asker.personId)) throw refuse(categoryProblems.reader_self);
    if (!added.every((personId) => possible.has(personId))) throw refuse(categoryProblems.reader_unknown);
  }

  return {
    /** Organiser or admin. */
    getRequestReaders: (
      { communityId, categoryId }: { communityId: string; categoryId: string },
      asker: Asker,
    ) => readersOf(database, communityId, categoryId, asker),

    /** Organiser or admin; each who comes and goes is written down. */
    async setRequestReaders(
      { communityId, categoryId, personIds, version }: InputOf<typeof setRequestReadersSchemas>,
      asker: Asker,
    ): Promise<RequestReaders> {
      return database.transaction(async (tx) => {
        const touched = await tx.row(queries.touch, [communityId, categoryId, version]);
        const before = await readersOf(tx, communityId, categoryId, asker);
        if (!touched) throw refuse(problems.conflict);
        if (!touched.hasReaders) throw refuse(categoryProblems.category_not_confidential);
        demandOthers(before, personIds, asker);
        const removed = await tx.rows(queries.removeReaders, [communityId, categoryId, personIds]);
        const added = await tx.rows(queries.addReaders, [communityId, categoryId, personIds, clock.now()]);
        for (const [change, people] of [
          ['removed', removed],
          ['added', added],
        ] as const)
          for (const { personId: subjectId } of people)
            await audit.record(tx, {
              ...{ communityId, actorId: asker.personId, action: 'request_readers_set', subjectId },
              details: { categoryId, change },
            });
        return readersOf(tx, communityId, categoryId, asker);
      });
    },
  };
}
