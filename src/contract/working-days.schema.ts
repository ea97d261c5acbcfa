import Type from 'typebox';
import { DateSchema, IdSchema, OptionalTextSchema } from './http.schema';
import { workingDayLimits } from './working-days';

const exact = { additionalProperties: false };
const TimeSchema = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' });
const HoursSchema = Type.Object({ opens: TimeSchema, closes: TimeSchema }, exact);

const WorkingDaySchema = Type.Object({
  day: DateSchema,
  isWorking: Type.Boolean(),
  name: Type.Union([Type.String(), Type.Null()], { description: '国庆节; null where it is no holiday' }),
  isOwn: Type.Boolean({ description: 'The community’s own decision' }),
  note: OptionalTextSchema,
});

export const WorkingYearSchema = Type.Object({
  year: Type.Integer(),
  isArranged: Type.Boolean({
    description: 'false: not announced yet, only the days off that the law names are known',
  }),
  hours: HoursSchema,
  days: Type.Array(WorkingDaySchema),
});

const CommunityParams = Type.Object({ communityId: IdSchema });
const DayParams = Type.Object({ communityId: IdSchema, day: DateSchema });

export const listWorkingDaysSchemas = {
  params: CommunityParams,
  query: Type.Object(
    {
      year: Type.Optional(
        Type.Integer({ minimum: workingDayLimits.firstYear, maximum: workingDayLimits.lastYear }),
      ),
    },
    exact,
  ),
  answer: WorkingYearSchema,
};

export const setWorkingDaySchemas = {
  params: DayParams,
  body: Type.Object(
    {
      isWorking: Type.Boolean(),
      note: Type.Union([
        Type.String({ minLength: 1, maxLength: workingDayLimits.noteLength, pattern: '\\S' }),
        Type.Null(),
      ]),
    },
    exact,
  ),
  answer: WorkingYearSchema,
};

export const removeWorkingDaySchemas = { params: DayParams, answer: WorkingYearSchema };

export const setWorkingHoursSchemas = {
  params: CommunityParams,
  body: HoursSchema,
  answer: WorkingYearSchema,
};
