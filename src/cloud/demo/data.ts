import Type, { type Static } from 'typebox';
import { Value } from 'typebox/value';
import { BlockMapSchema } from '../../contract/communities.schema';
import { codeIdPattern } from '../../contract/codes';
import { IdSchema, InstantSchema } from '../../contract/http.schema';
import { merchantCategories, merchantStatuses } from '../../contract/merchants';
import { couponFacts } from '../../contract/coupons.schema';
import { companies } from '../../contract/people';
import { requestIcons } from '../../contract/requests';
import { roles } from '../../contract/roles';
import { stationKinds, stationStatuses, stationTiers } from '../../contract/stations';
import { FacilityCodeSchema } from '../../contract/stations.schema';
import outang from './outang.json';
import blockMap from './outang-block-map.json';

const exact = { additionalProperties: false };
const PlaceSchema = Type.Object({ lat: Type.Number(), lng: Type.Number(), accuracyM: Type.Number() }, exact);
/** `08:30-21:00` */
const SpansSchema = Type.Array(Type.String({ pattern: '^\\d\\d:\\d\\d-\\d\\d:\\d\\d$' }));

/** Hours as a person would write them down: every day alike, or weekdays and weekends; holidays by name. */
const HoursSchema = Type.Object(
  {
    daily: Type.Optional(SpansSchema),
    weekdays: Type.Optional(SpansSchema),
    weekend: Type.Optional(SpansSchema),
    holidays: Type.Record(Type.String(), SpansSchema),
  },
  exact,
);

const StationSchema = Type.Object(
  {
    id: IdSchema,
    code: Type.String({ pattern: codeIdPattern }),
    name: Type.String(),
    tier: Type.Enum([...stationTiers]),
    kind: Type.Enum([...stationKinds]),
    parentId: Type.Union([IdSchema, Type.Null()]),
    status: Type.Enum([...stationStatuses]),
    statusNote: Type.Union([Type.String(), Type.Null()]),
    address: Type.String(),
    position: PlaceSchema,
    facilities: Type.Array(FacilityCodeSchema),
    outOfOrder: Type.Array(FacilityCodeSchema),
    hours: HoursSchema,
    guide: Type.String(),
    phone: Type.Union([Type.String(), Type.Null()]),
    capacity: Type.Union([Type.Integer(), Type.Null()]),
    verifiedAt: InstantSchema,
  },
  exact,
);

const MerchantSchema = Type.Object(
  {
    id: IdSchema,
    code: Type.String({ pattern: codeIdPattern }),
    name: Type.String(),
    category: Type.Enum([...merchantCategories]),
    status: Type.Enum([...merchantStatuses]),
    address: Type.String(),
    position: PlaceSchema,
    hours: HoursSchema,
    phone: Type.Union([Type.String(), Type.Null()]),
    trustsPrintedCode: Type.Boolean(),
    agreementFrom: Type.String({ format: 'date' }),
    agreementTo: Type.String({ format: 'date' }),
    clerks: Type.Array(IdSchema),
  },
  exact,
);

const CouponSchema = Type.Object(
  { id: IdSchema, ...couponFacts, merchants: Type.Array(IdSchema, { minItems: 1 }) },
  exact,
);

const GridSchema = Type.Object(
  {
    id: IdSchema,
    state: Type.Enum(['applied', 'active']),
    number: Type.Union([Type.Integer(), Type.Null()]),
    areas: Type.Array(Type.String(), { minItems: 1 }),
    note: Type.Union([Type.String(), Type.Null()]),
  },
  exact,
);

const DemoSchema = Type.Object(
  {
    demo: Type.Literal(true),
    notice: Type.String(),
    community: Type.Object(
      {
        id: IdSchema,
        slug: Type.String(),
        name: Type.String(),
        subdistrict: Type.String(),
        district: Type.String(),
        city: Type.String(),
        centre: PlaceSchema,
        timeZone: Type.String(),
      },
      exact,
    ),
    holidays: Type.Record(Type.String(), Type.Array(Type.String({ format: 'date' }))),
    departments: Type.Array(Type.Object({ id: IdSchema, name: Type.String() }, exact)),
    replyTemplates: Type.Array(
      Type.Object({ id: IdSchema, title: Type.String(), text: Type.String() }, exact),
    ),
    requestCategories: Type.Array(
      Type.Object(
        {
          id: IdSchema,
          name: Type.String(),
          hint: Type.String(),
          icon: Type.Enum([...requestIcons]),
          departmentId: IdSchema,
          isConfidential: Type.Optional(Type.Boolean()),
          answerDays: Type.Integer({ minimum: 1 }),
          readers: Type.Array(IdSchema),
        },
        exact,
      ),
    ),
    people: Type.Array(
      Type.Object(
        {
          id: IdSchema,
          // Without one nobody signs in as them.
          account: Type.Union([Type.String(), Type.Null()]),
          nickname: Type.String(),
          roles: Type.Array(Type.Enum([...roles]), { minItems: 1 }),
          company: Type.Union([Type.Enum([...companies]), Type.Null()]),
          status: Type.Enum(['joined', 'verified']),
          departments: Type.Array(IdSchema),
          grid: Type.Union([GridSchema, Type.Null()]),
          points: Type.Optional(Type.Integer({ minimum: 1 })),
        },
        exact,
      ),
    ),
    merchants: Type.Array(MerchantSchema),
    coupons: Type.Array(CouponSchema),
    stations: Type.Array(StationSchema),
  },
  exact,
);

export type Demo = Static<typeof DemoSchema>;
export type DemoPerson = Demo['people'][number];
export type DemoStation = Demo['stations'][number];
export type DemoMerchant = Demo['merchants'][number];
export type DemoCoupon = Demo['coupons'][number];
export type DemoHours = DemoStation['hours'];

/** The demonstration community as its file says, checked. */
export const readDemo = (): Demo => Value.Parse(DemoSchema, outang);
export const readBlockMap = () => Value.Parse(BlockMapSchema.properties.features, blockMap);
