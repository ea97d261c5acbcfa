import AjvCompiler from '@fastify/ajv-compiler';
import type { FastifyInstance, FastifySchemaValidationError } from 'fastify';

/** Strings of a path or query become numbers and lists; a JSON body must already be right. Nothing is dropped. */
export function useStrictValidation(app: FastifyInstance): void {
  const shared = { removeAdditional: false, useDefaults: true, allErrors: true } as const;
  const ofText = AjvCompiler()({}, { customOptions: { ...shared, coerceTypes: 'array' } });
  const ofJson = AjvCompiler()({}, { customOptions: { ...shared, coerceTypes: false } });
  app.setValidatorCompiler((route) => (route.httpPart === 'body' ? ofJson(route) : ofText(route)));
}

/** WeChat says `application/json` of requests without a body too; where a body is wanted, its schema says so. */
export function acceptEmptyBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null);
    else void parse(request, body, done);
  });
}

const typeNames: Record<string, string> = {
  string: '文字',
  number: '数字',
  integer: '整数',
  boolean: 'true 或 false',
  object: '一组内容',
  array: '列表',
};
const formatNames: Record<string, string> = {
  uuid: '有效的编号',
  'date-time': '带时区的时间，如 2026-11-23T09:00:00+08:00',
  date: '日期，如 2026-11-23',
};

const named = (names: Record<string, string>, key: unknown) => names[String(key)] ?? String(key);

const sentences: Record<string, (params: Record<string, unknown>) => string> = {
  required: () => '不能缺少',
  additionalProperties: () => '没有这一项',
  type: ({ type }) => `应为${named(typeNames, type)}`,
  enum: ({ allowedValues }) => `应为其中之一：${(allowedValues as unknown[]).join('、')}`,
  const: ({ allowedValue }) => `应为 ${String(allowedValue)}`,
  minimum: ({ limit }) => `不能小于 ${String(limit)}`,
  maximum: ({ limit }) => `不能大于 ${String(limit)}`,
  minLength: ({ limit }) => `至少 ${String(limit)} 个字`,
  maxLength: ({ limit }) => `最多 ${String(limit)} 个字`,
  minItems: ({ limit }) => `至少 ${String(limit)} 项`,
  maxItems: ({ limit }) => `最多 ${String(limit)} 项`,
  format: ({ format }) => `应为${named(formatNames, format)}`,
};

function pathOf({ instancePath, params, keyword }: FastifySchemaValidationError): string {
  const own = keyword === 'required' ? params['missingProperty'] : params['additionalProperty'];
  const path = [...instancePath.split('/').slice(1), ...(typeof own === 'string' ? [own] : [])];
  return path.join('.') || 'body';
}

/** Field path → what is right, from the validator's errors. */
export function fieldsOf(errors: readonly FastifySchemaValidationError[]): Record<string, string> {
  return Object.fromEntries(
    errors.map((error) => [pathOf(error), sentences[error.keyword]?.(error.params) ?? '格式不对']),
  );
}
