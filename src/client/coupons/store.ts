import { makeAutoObservable, observableRef } from 'mobx';
import {
  getCoupon,
  listCoupons,
  listMerchantCoupons,
  type Coupon,
  type NearbyShop,
} from '../../contract/coupons';
import type { MerchantCategory } from '../../contract/merchants';
import type { Api } from '../api';
import type { CommunitiesStore } from '../communities/store';
import { Remote, type RemoteParts } from '../remote';
import { RemoteList } from '../remote-list';
import type { WhereaboutsStore } from '../whereabouts/store';
import { nextStep, type NextStep } from './next-step';

interface Parts extends RemoteParts {
  readonly api: Api;
  readonly communities: CommunitiesStore;
  readonly whereabouts: WhereaboutsStore;
}

/** What shops offer, by distance from where the person is or else from the community's centre. */
export class CouponsStore {
  /** Null: all of them. */
  category: MerchantCategory | null = null;
  isOpenNowOnly = false;
  /** Shops with what they offer. */
  readonly near: RemoteList<NearbyShop>;

  private readonly couponsById = new Map<string, Remote<Coupon>>();
  private readonly couponsByShop = new Map<string, Remote<readonly Coupon[]>>();

  constructor(private readonly parts: Parts) {
    this.near = new RemoteList(parts);
    makeAutoObservable<CouponsStore, 'parts' | 'couponsById' | 'couponsByShop'>(
      this,
      {
        category: observableRef,
        near: false,
        parts: false,
        couponsById: false,
        couponsByShop: false,
        coupon: false,
        ofShop: false,
        nextStep: false,
      },
      { autoBind: true },
    );
  }

  get hasFilters(): boolean {
    return this.isOpenNowOnly || this.category !== null;
  }

  /** The shops as the filters stand. */
  loadNear(): Promise<void> {
    const { api, communities, whereabouts } = this.parts;
    const from = whereabouts.asked;
    const filters = {
      ...(this.category && { category: this.category }),
      ...(this.isOpenNowOnly && { openNow: true }),
    };
    return this.near.load({
      key: JSON.stringify([from, filters]),
      copy: () => this.copyName(JSON.stringify(filters)),
      readPage: async (cursor) => {
        const communityId = (await communities.ready()).id;
        return api.call(listCoupons, { communityId, ...from, ...filters, ...(cursor && { cursor }) });
      },
    });
  }

  setCategory(category: MerchantCategory | null): Promise<void> {
    this.category = category;
    return this.loadNear();
  }

  setOpenNowOnly(isOpenNowOnly: boolean): Promise<void> {
    this.isOpenNowOnly = isOpenNowOnly;
    return this.loadNear();
  }

  clearFilters(): Promise<void> {
    this.category = null;
    this.isOpenNowOnly = false;
    return this.loadNear();
  }

  /** What is known of a coupon, for rendering; loads nothing. */
  coupon(id: string): Remote<Coupon> {
    return remembered(this.couponsById, id, this.parts);
  }

  /** What is known of a shop's coupons, for rendering; loads nothing. */
  ofShop(merchantId: string): Remote<readonly Coupon[]> {
    return remembered(this.couponsByShop, merchantId, this.parts);
  }

  open(id: string): Promise<void> {
    return this.coupon(id).load({
      key: 'coupon',
      copy: () => `coupons.one.${id}`,
      read: () => this.parts.api.call(getCoupon, { couponId: id }),
    });
  }

  openShop(merchantId: string): Promise<void> {
    return this.ofShop(merchantId).load({
      key: 'shop',
      copy: () => `coupons.shop.${merchantId}`,
      read: async () => (await this.parts.api.call(listMerchantCoupons, { merchantId })).items,
    });
  }

  nextStep(coupon: Coupon, hasCode = false): NextStep {
    return nextStep(coupon, hasCode);
  }

  /** Something was done about a coupon: where it is on view it is asked for anew. */
  async freshen(couponId: string): Promise<void> {
    const shops = [...this.couponsByShop].filter(([, remote]) =>
      remote.data?.some(({ id }) => id === couponId),
    );
    const isOpen = this.coupon(couponId).status !== 'idle';
    await Promise.all([
      ...(isOpen ? [this.open(couponId)] : []),
      ...shops.map(([merchantId]) => this.openShop(merchantId)),
    ]);
  }

  /** What is shown is loaded anew from where the person is now. */
  followPerson(): void {
    if (this.near.rows.status !== 'idle') void this.loadNear();
  }

  /** What of it is theirs is asked anew for another person. */
  forgetPerson(): void {
    for (const remote of [...this.couponsById.values(), ...this.couponsByShop.values()]) remote.reset();
  }

  /** Distances from here and from the centre are two lists. */
  private copyName(name: string): string | null {
    const community = this.parts.communities.current;
    const place = this.parts.whereabouts.origin ? 'here' : 'centre';
    return community && `coupons.${community.id}.${place}.${name}`;
  }
}

function remembered<T>(known: Map<string, Remote<T>>, id: string, parts: RemoteParts): Remote<T> {
  const remote = known.get(id) ?? new Remote<T>(parts);
  known.set(id, remote);
  return remote;
}
