import { draftedPosition, emptyShop, errorsOf, factsOf, typedPosition, type ShopDraft } from './shop-draft';
import { withDay } from './week-hours';

const shop: ShopDraft = {
  ...emptyShop,
  name: ' 巷口小吃 ',
  address: '荷风路 3 号',
  lng: '117.2502',
  lat: ' 31.8861',
};

test('a whole draft becomes facts', () => {
  expect(factsOf({ ...shop, phone: ' 0551-1234 ' })).toMatchObject({
    name: '巷口小吃',
    position: { lng: 117.2502, lat: 31.8861, crs: 'GCJ-02', accuracyM: 20 },
    phone: '0551-1234',
  });
  expect(factsOf(shop)?.phone).toBeNull();
});

test.each<[string, Partial<ShopDraft>, keyof ShopDraft]>([
  ['without a name', { name: '  ' }, 'name'],
  ['without an address', { address: '' }, 'address'],
  ['with a phone of letters', { phone: 'call me' }, 'phone'],
  ['with half a position', { lat: '' }, 'lat'],
  ['with a longitude that is none', { lng: '117,25' }, 'lng'],
  ['with both the wrong way round', { lat: '117.25' }, 'lat'],
  [
    'with hours that overlap',
    {
      hours: withDay(emptyShop.hours, 1, [
        { opens: '08:00', closes: '12:00' },
        { opens: '11:00', closes: '13:00' },
      ]),
    },
    'hours',
  ],
])('a draft %s is not sent', (_what, change, field) => {
  expect(Object.keys(errorsOf({ ...shop, ...change }))).toEqual([field]);
  expect(factsOf({ ...shop, ...change })).toBeNull();
});

test('what was found keeps its accuracy until somebody types', () => {
  const found = { ...shop, ...draftedPosition({ lng: 117.1, lat: 31.2, crs: 'GCJ-02', accuracyM: 35 }) };
  expect(factsOf(found)?.position).toMatchObject({ lng: 117.1, accuracyM: 35 });
  expect(factsOf({ ...found, ...typedPosition({ lng: '117.2' }) })?.position.accuracyM).toBe(20);
});
