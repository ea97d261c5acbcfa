import { problems } from '../../../contract/http';
import { getManagedMerchant, updateMerchant, type ManagedMerchant } from '../../../contract/merchants';
import { getManagedMerchantSchemas, updateMerchantSchemas } from '../../../contract/merchants.schema';
import { outang } from '../../../../tests/support/outang';
import { recordedPhone } from '../../../../tests/support/recorded-phone';
import { MerchantEditStore } from './edit-store';

const ids = { communityId: outang.id, merchantId: outang.noodles.id };

test('somebody else was quicker: nothing typed is lost, and the next try goes over what they wrote', async () => {
  const { root, cloud, device } = recordedPhone();
  let merchant: ManagedMerchant = {
    id: ids.merchantId,
    communityId: ids.communityId,
    name: '荷风面馆',
    category: 'catering',
    status: 'active',
    address: '荷风路 12 号',
    position: { lat: 31.8868, lng: 117.2514, crs: 'GCJ-02', accuracyM: 10 },
    opening: { isOpen: true, changesAt: null },
    hours: { weekly: [], exceptions: [] },
    phone: null,
    photos: [],
    trustsPrintedCode: false,
    can: { serve: true },
    agreementFrom: null,
    agreementTo: null,
    application: null,
    version: 3,
  };
  cloud.on(getManagedMerchant, getManagedMerchantSchemas, () => merchant);
  cloud.on(updateMerchant, updateMerchantSchemas, ({ body }) => ({
    ...merchant,
    ...(body as Partial<ManagedMerchant>),
    version: merchant.version + 1,
  }));
  const store = new MerchantEditStore(root, ids);
  await store.load();
  store.write({ address: '荷风路 88 号' });
  merchant = { ...merchant, address: '别处', version: 4 };
  cloud.refuseNext(updateMerchant, problems.conflict);
  expect(await store.save()).toBe(false);
  expect(store.isConflict).toBe(true);
  expect(store.draft.address).toBe('荷风路 88 号');
  expect(await store.save()).toBe(true);
  expect(device.http.requests.at(-1)?.body).toMatchObject({ address: '荷风路 88 号', version: 4 });
});
