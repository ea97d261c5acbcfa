import Type from 'typebox';
import { CodesSchema } from './codes.schema';
import {
  CursorSchema,
  DateSchema,
  IdSchema,
  InstantSchema,
  LimitSchema,
  OptionalTextSchema,
  PageSchema,
} from './http.schema';
import {
  invitationPattern,
  merchantCategories,
  merchantDecisions,
  merchantLimits,
  merchantStatuses,
  photoIdPattern,
} from './merchants';
import { OpeningHoursSchema, OpeningSchema } from './opening-hours.schema';
import { PersonSummarySchema } from './people.schema';
import { PositionSchema } from './positions.schema';
import { MiniProgramCodeSchema } from './stations.schema';

const CommunityParams = Type.Object({ communityId: IdSchema });
const MerchantParams = Type.Object({ merchantId: IdSchema });
const ManagedParams = Type.Object({ communityId: IdSchema, merchantId: IdSchema });
export const CategorySchema = Type.Enum([...merchantCategories]);
const StatusSchema = Type.Enum([...merchantStatuses]);
const ReasonSchema = Type.String({ minLength: 1, maxLength: merchantLimits.reasonLength, pattern: '\\S' });
const NameSchema = Type.String({ minLength: 1, maxLength: merchantLimits.nameLength, pattern: '\\S' });
const AddressSchema = Type.String({ minLength: 1, maxLength: merchantLimits.addressLength, pattern: '\\S' });
const PhoneSchema = Type.String({ pattern: '^[0-9+\\- ]{3,30}$' });
const PhotosSchema = Type.Array(
  Type.Object({
    id: Type.String({ pattern: photoIdPattern }),
    url: Type.String({ description: 'Path below the host' }),
    thumbUrl: Type.String({ description: 'The same, small enough for lists' }),
    alt: Type.String(),
  }),
);

export const MerchantSchema = Type.Object({
  id: IdSchema,
  communityId: IdSchema,
  name: Type.String(),
  category: CategorySchema,
  status: StatusSchema,
  address: Type.String(),
  position: PositionSchema,
  opening: OpeningSchema,
  hours: OpeningHoursSchema,
  phone: OptionalTextSchema,
  photos: PhotosSchema,
  trustsPrintedCode: Type.Boolean({ description: 'Scanning its printed code is enough to redeem' }),
  can: Type.Object({ serve: Type.Boolean({ description: 'Redeem and see the figures of this shop' }) }),
});

export const ManagedMerchantSchema = Type.Object({
  ...MerchantSchema.properties,
  can: Type.Object({
    ...MerchantSchema.properties.can.properties,
    change: Type.Boolean({ description: 'Change, open, end and answer it' }),
  }),
  agreementFrom: Type.Union([DateSchema, Type.Null()]),
  agreementTo: Type.Union([DateSchema, Type.Null()]),
  application: Type.Union([
    Type.Object({
      applicant: Type.Union([PersonSummarySchema, Type.Null()]),
      appliedAt: InstantSchema,
      declineReason: OptionalTextSchema,
    }),
    Type.Null(),
  ]),
  version: Type.Integer({ description: 'Rises with every change; changes name the one they saw' }),
});

export const MyMerchantSchema = Type.Object({
  id: IdSchema,
  communityId: IdSchema,
  name: Type.String(),
  status: StatusSchema,
  isClerk: Type.Boolean({ description: 'False while it is only applied for' }),
  declineReason: OptionalTextSchema,
});

export const ClerkSchema = Type.Object({
  person: PersonSummarySchema,
  joinedAt: InstantSchema,
});

export const InvitationSchema = Type.Object({
  code: Type.String({ description: 'Once for one person' }),
  url: Type.String(),
  expiresAt: InstantSchema,
});

const facts = {
  name: NameSchema,
  category: CategorySchema,
  address: AddressSchema,
  position: PositionSchema,
  hours: OpeningHoursSchema,
  phone: Type.Union([PhoneSchema, Type.Null()]),
};

const agreement = {
  agreementFrom: Type.Union([DateSchema, Type.Null()]),
  agreementTo: Type.Union([DateSchema, Type.Null()]),
};

export const getMerchantSchemas = { params: MerchantParams, answer: MerchantSchema };

export const listMyMerchantsSchemas = { answer: Type.Object({ items: Type.Array(MyMerchantSchema) }) };

export const applyAsMerchantSchemas = {
  params: CommunityParams,
  body: Type.Object(facts, { additionalProperties: false }),
  answer: MyMerchantSchema,
};

export const listMerchantsSchemas = {
  params: CommunityParams,
  query: Type.Object(
    {
      status: Type.Optional(StatusSchema),
      isApplication: Type.Optional(Type.Boolean({ description: 'Those that wait for a decision' })),
      search: Type.Optional(Type.String({ minLength: 1, maxLength: merchantLimits.nameLength })),
      cursor: Type.Optional(CursorSchema),
      limit: Type.Optional(LimitSchema),
    },
    { additionalProperties: false },
  ),
  answer: Type.Object({
    ...PageSchema(ManagedMerchantSchema).properties,
    waiting: Type.Integer({ description: 'Applications that wait for a decision, whatever is filtered' }),
    can: Type.Object({ create: Type.Boolean() }),
  }),
};

export const getManagedMerchantSchemas = { params: ManagedParams, answer: ManagedMerchantSchema };

export const createMerchantSchemas = {
  params: CommunityParams,
  body: Type.Object({ ...facts, ...agreement }, { additionalProperties: false }),
  answer: ManagedMerchantSchema,
};

export const updateMerchantSchemas = {
  params: ManagedParams,
  body: Type.Object(
    { ...facts, ...agreement, version: Type.Integer({ minimum: 1 }) },
    { additionalProperties: false },
  ),
  answer: ManagedMerchantSchema,
};

export const setMerchantStatusSchemas = {
  params: ManagedParams,
  body: Type.Object(
    { status: StatusSchema, version: Type.Integer({ minimum: 1 }) },
    { additionalProperties: false },
  ),
  answer: ManagedMerchantSchema,
};

export const decideMerchantApplicationSchemas = {
  params: ManagedParams,
  body: Type.Object(
    {
      decision: Type.Enum([...merchantDecisions]),
      reason: Type.Optional(ReasonSchema),
      version: Type.Integer({ minimum: 1 }),
    },
    { additionalProperties: false },
  ),
  answer: ManagedMerchantSchema,
};

export const updateShopSchemas = {
  params: MerchantParams,
  body: Type.Object(
    {
      hours: Type.Optional(OpeningHoursSchema),
      phone: Type.Optional(Type.Union([PhoneSchema, Type.Null()])),
      trustsPrintedCode: Type.Optional(Type.Boolean()),
    },
    { additionalProperties: false, minProperties: 1 },
  ),
  answer: MerchantSchema,
};

export const getMerchantCodesSchemas = { params: MerchantParams, answer: CodesSchema };

export const replaceMerchantCodeSchemas = { params: MerchantParams, answer: CodesSchema };

export const getMerchantMiniProgramCodeSchemas = { params: MerchantParams, answer: MiniProgramCodeSchema };

const base64 = '^[A-Za-z0-9+/]+={0,2}$';

export const addMerchantPhotoSchemas = {
  params: MerchantParams,
  body: Type.Object(
    {
      image: Type.String({
        minLength: 1,
        maxLength: merchantLimits.photoBase64Length,
        pattern: base64,
        description: 'JPEG, PNG or WebP in Base64, without a data: prefix',
      }),
    },
    { additionalProperties: false },
  ),
  answer: MerchantSchema,
};

export const removeMerchantPhotoSchemas = {
  params: Type.Object({ merchantId: IdSchema, photoId: Type.String({ pattern: photoIdPattern }) }),
  answer: MerchantSchema,
};

export const listClerksSchemas = {
  params: MerchantParams,
  answer: Type.Object({ items: Type.Array(ClerkSchema) }),
};

export const removeClerkSchemas = {
  params: Type.Object({ merchantId: IdSchema, personId: IdSchema }),
};

export const inviteClerkSchemas = { params: MerchantParams, answer: InvitationSchema };

export const acceptInvitationSchemas = {
  body: Type.Object({ code: Type.String({ pattern: invitationPattern }) }, { additionalProperties: false }),
  answer: MyMerchantSchema,
};
