import Type from 'typebox';
import { codePattern, codeTargets } from './codes';
import { IdSchema } from './http.schema';

export const CodeSchema = Type.String({ pattern: codePattern, description: 'Printed or rotating code' });

export const ResolvedCodeSchema = Type.Object({
  target: Type.Enum([...codeTargets]),
  targetId: IdSchema,
  communityId: IdSchema,
  name: Type.String({ description: 'Name of what it stands for' }),
});

/** The codes of a place: on paper, and on a screen. */
export const CodesSchema = Type.Object({
  printed: Type.Object({ id: Type.String(), url: Type.String() }),
  rotating: Type.Object({
    url: Type.String(),
    expiresAt: Type.String({
      format: 'date-time',
      description: 'When the screen shows the next one; this one is taken for half a minute longer',
    }),
  }),
});

export const resolveCodeSchemas = {
  params: Type.Object({ code: CodeSchema }),
  answer: ResolvedCodeSchema,
};
