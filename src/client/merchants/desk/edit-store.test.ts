import { problems } from '../../../contract/http';
import {
  createMerchant,
  getManagedMerchant,
  updateMerchant,
  type ManagedMerchant,
} from '../../../contract/merchants';
import {
  createMerchantSchemas,
  getManagedMerchantSchemas,
  updateMerchantSchemas,
} from '../../../contract/merchants.schema';
import { outang } from '../../../../tests/support/outang';
import { recordedPhone } from '../../../../tests/support/recorded-phone';
import { forgetHalfWritten } from '../../draft-keys';
import { MerchantEditStore } from './edit-store';

const ids = { communityId: outang.id, merchantId: outang.noodles.id };

const noodles: ManagedMerchant = {
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
  can: { serve: true, change: true },
  agreementFrom: null,
  agreementTo: null,
  application: null,
  version: 3,
};

test('what was not saved is there again, until it is saved, given up or its writer signs out', async () => {
  const { root, cloud, device } = recordedPhone();
  cloud.on(createMerchant, createMerchantSchemas, ({ body }) => ({
    ...noodles,
    ...(body as Partial<ManagedMerchant>),
  }));
  const isNew = { communityId: outang.id, merchantId: undefined };
  const first = new MerchantEditStore(root, isNew);
  expect(first.isResumed).toBe(false);
  first.write({ name: '新开小店' });
  first.writeAgreement({ agreementFrom: '2026-01-01' });
  const second = new MerchantEditStore(root, isNew);
  expect(second).toMatchObject({
    isResumed: true,
    draft: { name: '新开小店' },
    agreement: { agreementFrom: '2026-01-01', agreementTo: null },
  });
  second.discard();
  expect(second.draft.name).toBe('');
  expect(new MerchantEditStore(root, isNew).isResumed).toBe(false);
  second.write({ name: '小店', address: '荷风路 1 号', lat: '31.88', lng: '117.25' });
  expect(await second.save()).toBe(true);
  expect(new MerchantEditStore(root, isNew).isResumed).toBe(false);
  second.write({ name: '又一家' });
  forgetHalfWritten(device.storage, root.sessions.me?.id ?? '');
  expect(new MerchantEditStore(root, isNew).isResumed).toBe(false);
});

test('somebody else was quicker: nothing typed is lost, and the next try goes over what they wrote', async () => {
  const { root, cloud, device } = recordedPhone();
  let merchant = noodles;
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
  expect(store.changedMeanwhile).toEqual(['地址改成了“别处”']);
  expect(store.draft.address).toBe('荷风路 88 号');
  expect(await store.save()).toBe(true);
  expect(device.http.requests.at(-1)?.body).toMatchObject({ address: '荷风路 88 号', version: 4 });
});
