import Type from 'typebox';

export const getWechatSignatureSchemas = {
  query: Type.Object(
    { url: Type.String({ format: 'uri', maxLength: 1_000, description: 'The page as the browser has it' }) },
    { additionalProperties: false },
  ),
  answer: Type.Object({
    appId: Type.String(),
    timestamp: Type.Integer(),
    nonce: Type.String(),
    signature: Type.String(),
  }),
};
