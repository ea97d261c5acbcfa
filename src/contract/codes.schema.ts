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

export const resolveCodeSchemas = {
  params: Type.Object({ code: CodeSchema }),
  answer: ResolvedCodeSchema,
};
