import Type from 'typebox';
import {
  bulletinAudiences,
  bulletinCategories,
  bulletinLimits,
  bulletinReaches,
  bulletinStates,
} from './bulletins';
import {
  CursorSchema,
  DateSchema,
  IdSchema,
  InstantSchema,
  LimitSchema,
  OptionalTextSchema,
  PageSchema,
  orNull,
  words,
} from './http.schema';
import { PhotoSchema } from './media.schema';

const exact = { additionalProperties: false };

const CommunityParams = Type.Object({ communityId: IdSchema });
const ManagedParams = Type.Object({ communityId: IdSchema, bulletinId: IdSchema });
const BulletinParams = Type.Object({ bulletinId: IdSchema });
const VersionSchema = Type.Integer({ minimum: 1, description: 'The one seen; another is refused' });
const CategorySchema = Type.Enum([...bulletinCategories]);
const StateSchema = Type.Enum([...bulletinStates]);
const AudienceSchema = Type.Enum([...bulletinAudiences]);
const ReachSchema = Type.Enum([...bulletinReaches]);

/** How much fits is checked by the cloud, which names the block that is wrong. */
export const RunSchema = Type.Object(
  {
    text: Type.String(),
    bold: Type.Optional(Type.Boolean()),
    href: Type.Optional(
      Type.String({ description: 'http, https, tel, or a page of the app from its slash on' }),
    ),
  },
  exact,
);
const RunsSchema = Type.Array(RunSchema);

const HeadingSchema = Type.Object(
  {
    type: Type.Literal('heading'),
    level: Type.Integer({ minimum: 2, maximum: 3 }),
    text: Type.String(),
  },
  exact,
);
const ParagraphSchema = Type.Object({ type: Type.Literal('paragraph'), runs: RunsSchema }, exact);
const ListSchema = Type.Object(
  {
    type: Type.Literal('list'),
    isNumbered: Type.Boolean(),
    items: Type.Array(RunsSchema),
  },
  exact,
);
const DividerSchema = Type.Object({ type: Type.Literal('divider') }, exact);
const image = {
  type: Type.Literal('image'),
  alt: Type.String({ description: 'Read out to who cannot see it' }),
  caption: OptionalTextSchema,
};

export const BlockSchema = Type.Union([
  HeadingSchema,
  ParagraphSchema,
  ListSchema,
  Type.Object({ ...image, mediaId: IdSchema }, exact),
  DividerSchema,
]);

export const ShownBlockSchema = Type.Union([
  HeadingSchema,
  ParagraphSchema,
  ListSchema,
  Type.Object({ ...image, photo: orNull(PhotoSchema) }, { description: 'photo null: it is gone' }),
  DividerSchema,
]);

export const MarkSchema = Type.Object({ text: Type.String(), isHit: Type.Boolean() });

const shown = {
  id: IdSchema,
  communityId: IdSchema,
  category: CategorySchema,
  title: Type.String(),
  author: Type.String({ description: 'The department, or the community' }),
  audience: AudienceSchema,
  publishedAt: InstantSchema,
  isPinned: Type.Boolean(),
};

export const BulletinRowSchema = Type.Object({
  ...shown,
  photo: orNull(PhotoSchema),
  titleMarks: Type.Array(MarkSchema, { description: 'The title, in pieces' }),
  snippet: Type.Array(MarkSchema, { description: 'How it begins, or what was found in it, in pieces' }),
  isNew: Type.Boolean({ description: 'Recent, and not opened yet; false for who is signed out' }),
});

const SourceSchema = orNull(
  Type.Object({ name: words(bulletinLimits.sourceLength), url: OptionalTextSchema }, exact),
);

export const BulletinSchema = Type.Object({
  ...shown,
  editedAt: orNull(InstantSchema),
  source: SourceSchema,
  blocks: Type.Array(ShownBlockSchema),
});

const written = {
  category: CategorySchema,
  title: words(bulletinLimits.titleLength),
  departmentId: orNull(IdSchema),
  source: SourceSchema,
  audience: AudienceSchema,
  reach: ReachSchema,
  blocks: Type.Array(BlockSchema, { maxItems: bulletinLimits.blocks }),
};

const managedRow = {
  id: IdSchema,
  communityId: IdSchema,
  state: StateSchema,
  category: CategorySchema,
  title: Type.String(),
  author: Type.String(),
  audience: AudienceSchema,
  reach: ReachSchema,
  publishAt: orNull(InstantSchema),
  publishedAt: orNull(InstantSchema),
  pinnedUntil: orNull(DateSchema),
  changedAt: InstantSchema,
  opens: Type.Integer(),
  readers: Type.Integer(),
  version: Type.Integer(),
};

export const ManagedBulletinRowSchema = Type.Object(managedRow);

export const ManagedBulletinSchema = Type.Object({
  ...managedRow,
  departmentId: orNull(IdSchema),
  source: SourceSchema,
  blocks: Type.Array(BlockSchema),
  photos: Type.Array(PhotoSchema, { description: 'Those of its blocks' }),
  reminds: Type.Boolean({ description: 'Who it is for is told once it is out' }),
  editedAt: orNull(InstantSchema),
  withdrawn: orNull(Type.Object({ at: InstantSchema, reason: Type.String() })),
  can: Type.Object({
    edit: Type.Boolean(),
    schedule: Type.Boolean(),
    unschedule: Type.Boolean(),
    publish: Type.Boolean(),
    pin: Type.Boolean(),
    withdraw: Type.Boolean(),
    reachAll: Type.Boolean(),
  }),
});

export const BulletinVersionSchema = Type.Object({
  version: Type.Integer(),
  title: Type.String(),
  blocks: Type.Array(ShownBlockSchema),
  replacedAt: InstantSchema,
});

export const BulletinFiguresSchema = Type.Object({
  opens: Type.Integer(),
  readers: Type.Integer({ description: 'Different people, signed in' }),
  days: Type.Array(Type.Object({ day: DateSchema, opens: Type.Integer(), readers: Type.Integer() }), {
    description: 'On which it was opened, the oldest first; readers: for the first time',
  }),
});

const page = { cursor: Type.Optional(CursorSchema), limit: Type.Optional(LimitSchema) };
const search = Type.Optional(Type.String({ maxLength: bulletinLimits.searchLength }));

export const listBulletinsSchemas = {
  params: CommunityParams,
  query: Type.Object({ q: search, category: Type.Optional(CategorySchema), ...page }, exact),
  answer: Type.Object({
    pinned: Type.Array(BulletinRowSchema, {
      description: 'Of the first page, where nothing is searched for',
    }),
    ...PageSchema(BulletinRowSchema).properties,
  }),
};

export const getBulletinSchemas = { params: BulletinParams, answer: BulletinSchema };
export const readBulletinSchemas = { params: BulletinParams };

export const listManagedBulletinsSchemas = {
  params: CommunityParams,
  query: Type.Object({ q: search, state: Type.Optional(StateSchema), ...page }, exact),
  answer: Type.Object({
    ...PageSchema(ManagedBulletinRowSchema).properties,
    can: Type.Object({ create: Type.Boolean(), reachAll: Type.Boolean() }),
  }),
};

export const getManagedBulletinSchemas = { params: ManagedParams, answer: ManagedBulletinSchema };

export const listBulletinVersionsSchemas = {
  params: ManagedParams,
  answer: Type.Object({ items: Type.Array(BulletinVersionSchema) }),
};

export const getBulletinFiguresSchemas = { params: ManagedParams, answer: BulletinFiguresSchema };

export const createBulletinSchemas = {
  params: CommunityParams,
  body: Type.Object(written, exact),
  answer: ManagedBulletinSchema,
};

export const updateBulletinSchemas = {
  params: ManagedParams,
  body: Type.Object({ ...written, version: VersionSchema }, exact),
  answer: ManagedBulletinSchema,
};

export const scheduleBulletinSchemas = {
  params: ManagedParams,
  body: Type.Object(
    { publishAt: orNull(InstantSchema), reminds: Type.Boolean(), version: VersionSchema },
    exact,
  ),
  answer: ManagedBulletinSchema,
};

export const publishBulletinSchemas = {
  params: ManagedParams,
  body: Type.Object({ reminds: Type.Boolean(), version: VersionSchema }, exact),
  answer: ManagedBulletinSchema,
};

export const pinBulletinSchemas = {
  params: ManagedParams,
  body: Type.Object({ until: orNull(DateSchema), version: VersionSchema }, exact),
  answer: ManagedBulletinSchema,
};

export const withdrawBulletinSchemas = {
  params: ManagedParams,
  body: Type.Object({ reason: words(bulletinLimits.reasonLength), version: VersionSchema }, exact),
  answer: ManagedBulletinSchema,
};
