import Type from 'typebox';
import { attendanceLimits } from './attendances';
import { IdSchema, InstantSchema } from './http.schema';
import { activityRuleLimits as limits } from './no-shows';
import { PersonSummarySchema } from './people.schema';

const exact = { additionalProperties: false };
const CommunityParams = Type.Object({ communityId: IdSchema });

const rules = {
  isPausing: Type.Boolean({ description: 'false: nobody is paused, whatever they missed' }),
  noShows: Type.Integer({ minimum: 1, maximum: limits.noShows }),
  windowDays: Type.Integer({ minimum: 1, maximum: limits.windowDays }),
  pauseDays: Type.Integer({ minimum: 1, maximum: limits.pauseDays }),
  version: Type.Integer({ minimum: 0, description: '0: the rules that everybody starts with' }),
};

export const ActivityRulesSchema = Type.Object(rules);

export const SignUpPauseSchema = Type.Object({
  ...PersonSummarySchema.properties,
  until: InstantSchema,
  noShows: Type.Array(
    Type.Object({
      activityId: IdSchema,
      title: Type.String(),
      missedAt: InstantSchema,
    }),
    { description: 'What made it, the newest first' },
  ),
});

export const listSignUpPausesSchemas = {
  params: CommunityParams,
  answer: Type.Object({
    items: Type.Array(SignUpPauseSchema),
    rules: ActivityRulesSchema,
    can: Type.Object({ forgive: Type.Boolean() }),
  }),
};

export const forgiveNoShowSchemas = {
  params: Type.Object({ communityId: IdSchema, activityId: IdSchema, personId: IdSchema }),
  body: Type.Object(
    { reason: Type.String({ minLength: 1, maxLength: attendanceLimits.reasonLength, pattern: '\\S' }) },
    exact,
  ),
  answer: Type.Object({ personId: IdSchema, noShow: Type.Literal('forgiven') }),
};

export const getActivityRulesSchemas = { params: CommunityParams, answer: ActivityRulesSchema };

export const setActivityRulesSchemas = {
  params: CommunityParams,
  body: Type.Object(rules, exact),
  answer: ActivityRulesSchema,
};
