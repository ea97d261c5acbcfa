import type { Static } from 'typebox';
import { defineProblems, endpoint, problems } from './http';
import type {
  getRequestReadersSchemas,
  RequestReadersSchema,
  setRequestCategoriesSchemas,
  setRequestReadersSchemas,
} from './request-categories.schema';

export const categoryLimits = {
  categories: 20,
  nameLength: 12,
  hintLength: 40,
  /** Working days in which a category can promise an answer, at most. */
  answerDays: 30,
  readers: 20,
} as const;

export type RequestReaders = Static<typeof RequestReadersSchema>;

export const categoryProblems = defineProblems({
  category_name_taken: [409, '有两类诉求的名称一样，请改一个'],
  category_department_unknown: [400, '找不到这个部门，请重新选'],
  reader_unknown: [400, '名单里有人不是工作人员，请重新选'],
  reader_self: [400, '不能把自己加进保密名单，请另一位管理人员来加'],
  category_not_confidential: [409, '这一类诉求不保密，不用设名单'],
});

const ofDesk = [problems.unauthenticated, problems.forbidden, problems.not_found] as const;

/**
 * Organiser or admin: all categories at once, in their order, each with the version seen; new ones without id and
 * version. None is ever left out: what is no longer used is made inactive. Whether one is confidential counts for
 * requests from then on.
 */
export const setRequestCategories = endpoint<typeof setRequestCategoriesSchemas>()({
  name: 'setRequestCategories',
  method: 'PUT',
  path: '/api/communities/:communityId/request-categories',
  summary: 'Set what one can ask about, and who answers',
  problems: [
    ...ofDesk,
    problems.conflict,
    categoryProblems.category_name_taken,
    categoryProblems.category_department_unknown,
  ],
});

/** Organiser or admin. */
export const getRequestReaders = endpoint<typeof getRequestReadersSchemas>()({
  name: 'getRequestReaders',
  method: 'GET',
  path: '/api/communities/:communityId/request-categories/:categoryId/readers',
  summary: 'Who reads a confidential category',
  problems: ofDesk,
});

/** Organiser or admin, who can never put themselves on the list. */
export const setRequestReaders = endpoint<typeof setRequestReadersSchemas>()({
  name: 'setRequestReaders',
  method: 'PUT',
  path: '/api/communities/:communityId/request-categories/:categoryId/readers',
  summary: 'Set who reads a confidential category',
  problems: [
    ...ofDesk,
    problems.conflict,
    categoryProblems.reader_unknown,
    categoryProblems.reader_self,
    categoryProblems.category_not_confidential,
  ],
});
