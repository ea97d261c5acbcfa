import Type from 'typebox';
import { FileSchema, IdSchema } from './http.schema';
import { importLimits } from './merchant-imports';

const CommunityParams = Type.Object({ communityId: IdSchema });

export const ImportResultSchema = Type.Object({
  rows: Type.Integer({ description: 'Shops in the file' }),
  created: Type.Integer({ description: 'All of them, or none' }),
  names: Type.Array(Type.String(), { description: 'The shops in the file, as far as they have a name' }),
  problems: Type.Array(
    Type.Object({
      row: Type.Integer({ description: 'As the spreadsheet counts; the heading is 1' }),
      column: Type.String({ description: 'A, B, …' }),
      heading: Type.String(),
      value: Type.String({ description: 'What stands there' }),
      reason: Type.String({ description: 'zh-CN' }),
    }),
    { description: 'Every cell that has to be mended first' },
  ),
});

export const getMerchantTemplateSchemas = { params: CommunityParams, answer: FileSchema };

export const importMerchantsSchemas = {
  params: CommunityParams,
  body: Type.Object(
    {
      file: Type.String({
        minLength: 1,
        maxLength: importLimits.base64Length,
        pattern: '^[A-Za-z0-9+/]+={0,2}$',
        description: 'XLSX, or CSV in UTF-8 or GB18030; Base64',
      }),
      dryRun: Type.Boolean({ description: 'Only looks' }),
    },
    { additionalProperties: false },
  ),
  answer: ImportResultSchema,
};
