import type { Static } from 'typebox';
import { defineProblems, endpoint, problems } from './http';
import { peopleProblems } from './people';
import { stationProblems } from './stations';
import type {
  acceptInvitationSchemas,
  addMerchantPhotoSchemas,
  applyAsMerchantSchemas,
  ClerkSchema,
  createMerchantSchemas,
  decideMerchantApplicationSchemas,
  getManagedMerchantSchemas,
  getMerchantCodesSchemas,
  getMerchantMiniProgramCodeSchemas,
  getMerchantSchemas,
  InvitationSchema,
  inviteClerkSchemas,
  listClerksSchemas,
  listMerchantsSchemas,
  listMyMerchantsSchemas,
  ManagedMerchantSchema,
  MerchantSchema,
  MyMerchantSchema,
  removeClerkSchemas,
  removeMerchantPhotoSchemas,
  replaceMerchantCodeSchemas,
  setMerchantStatusSchemas,
  updateMerchantSchemas,
  updateShopSchemas,
} from './merchants.schema';

export const merchantCategories = ['health', 'education', 'catering', 'other'] as const;

/** `draft`: staff's, or applied for; only `active` ones redeem; `ended` is for good. */
export const merchantStatuses = ['draft', 'active', 'paused', 'ended'] as const;
export const merchantDecisions = ['approve', 'decline'] as const;

export const merchantLimits = {
  nameLength: 40,
  addressLength: 120,
  reasonLength: 200,
  photos: 6,
  /** Pixels of the longer side that are kept, and of the one in lists. */
  photoSize: 1280,
  photoThumbSize: 320,
  /** About 750 KB. */
  photoBase64Length: 1_000_000,
  /** An invitation's life, hours. */
  invitationHours: 72,
  clerks: 30,
} as const;

/** Ten characters without look-alikes, so that it can also be typed. */
export const invitationPattern = '^[0-9a-hjkmnp-tv-z]{10}$';

/** 128 bits of what the picture is. */
export const photoIdPattern = '^[0-9a-f]{32}$';

export type MerchantCategory = (typeof merchantCategories)[number];
export type MerchantStatus = (typeof merchantStatuses)[number];
export type Merchant = Static<typeof MerchantSchema>;
export type ManagedMerchant = Static<typeof ManagedMerchantSchema>;
export type MyMerchant = Static<typeof MyMerchantSchema>;
export type Clerk = Static<typeof ClerkSchema>;
export type Invitation = Static<typeof InvitationSchema>;

export const merchantProblems = defineProblems({
  merchant_status: [409, '商户的状态已经变了，请刷新后再看'],
  merchant_applied_already: [409, '您已经申请过了，请等社区答复'],
  merchant_reason_missing: [400, '请写一句原因，对方会看到'],
  agreement_dates: [400, '协议的结束日期不能早于开始日期'],
  invitation_unknown: [404, '邀请码不对，或者已经用过、过期了，请店里再发一个'],
  too_many_clerks: [409, '店员太多了，先移除不再上班的'],
  too_many_photos: [409, '照片够多了，先去掉一张再加'],
  photo_there_already: [409, '这张照片已经有了'],
  clerk_already: [409, '您已经是这家店的店员'],
});

const ofStaff = [problems.unauthenticated, problems.forbidden, problems.not_found] as const;
/** To others the back room of a shop is not there. */
const ofShop = [problems.unauthenticated, problems.not_found] as const;

/** Anyone may; shops that are not public yet only by those who serve there, and staff. */
export const getMerchant = endpoint<typeof getMerchantSchemas>()({
  name: 'getMerchant',
  method: 'GET',
  path: '/api/merchants/:merchantId',
  summary: 'One merchant',
  problems: [problems.not_found],
});

/** A signed-in person: the shops they serve in or applied for. */
export const listMyMerchants = endpoint<typeof listMyMerchantsSchemas>()({
  name: 'listMyMerchants',
  method: 'GET',
  path: '/api/merchants/mine',
  summary: 'The shops I serve in or applied for',
  problems: [problems.unauthenticated],
});

/** A member of the community, for a shop of their own; staff decide. One application at a time. */
export const applyAsMerchant = endpoint<typeof applyAsMerchantSchemas>()({
  name: 'applyAsMerchant',
  method: 'POST',
  path: '/api/communities/:communityId/merchant-applications',
  status: 201,
  idempotent: true,
  summary: 'Apply as a merchant',
  problems: [problems.unauthenticated, problems.not_found, merchantProblems.merchant_applied_already],
});

/** Staff, organiser, admin or auditor. Applications that wait first, then by name. */
export const listMerchants = endpoint<typeof listMerchantsSchemas>()({
  name: 'listMerchants',
  method: 'GET',
  path: '/api/communities/:communityId/merchants',
  summary: 'The merchants of a community, whatever their status',
  problems: ofStaff,
});

/** Staff, organiser, admin or auditor. */
export const getManagedMerchant = endpoint<typeof getManagedMerchantSchemas>()({
  name: 'getManagedMerchant',
  method: 'GET',
  path: '/api/communities/:communityId/merchants/:merchantId',
  summary: 'One merchant with its agreement and application',
  problems: ofStaff,
});

/** Staff, organiser or admin: a draft. */
export const createMerchant = endpoint<typeof createMerchantSchemas>()({
  name: 'createMerchant',
  method: 'POST',
  path: '/api/communities/:communityId/merchants',
  status: 201,
  idempotent: true,
  summary: 'Add a merchant',
  problems: [...ofStaff, merchantProblems.agreement_dates],
});

/** Staff, organiser or admin. */
export const updateMerchant = endpoint<typeof updateMerchantSchemas>()({
  name: 'updateMerchant',
  method: 'PUT',
  path: '/api/communities/:communityId/merchants/:merchantId',
  summary: 'Change a merchant',
  problems: [...ofStaff, problems.conflict, merchantProblems.agreement_dates],
});

/** Staff, organiser or admin. */
export const setMerchantStatus = endpoint<typeof setMerchantStatusSchemas>()({
  name: 'setMerchantStatus',
  method: 'PUT',
  path: '/api/communities/:communityId/merchants/:merchantId/status',
  summary: 'Open, pause or end a merchant',
  problems: [...ofStaff, problems.conflict, merchantProblems.merchant_status],
});

/** Staff, organiser or admin. The applicant becomes the first clerk; declining needs a reason, which they get to read. */
export const decideMerchantApplication = endpoint<typeof decideMerchantApplicationSchemas>()({
  name: 'decideMerchantApplication',
  method: 'POST',
  path: '/api/communities/:communityId/merchants/:merchantId/decision',
  summary: 'Approve or decline an application',
  problems: [
    ...ofStaff,
    problems.conflict,
    merchantProblems.merchant_status,
    merchantProblems.merchant_reason_missing,
  ],
});

/** A clerk of the shop, or staff. */
export const updateShop = endpoint<typeof updateShopSchemas>()({
  name: 'updateShop',
  method: 'PATCH',
  path: '/api/merchants/:merchantId',
  summary: 'Change hours, phone or whether the printed code is trusted',
  problems: ofShop,
});

/** A clerk of the shop, or staff: the printed code, and a rotating one for its screen. */
export const getMerchantCodes = endpoint<typeof getMerchantCodesSchemas>()({
  name: 'getMerchantCodes',
  method: 'GET',
  path: '/api/merchants/:merchantId/codes',
  summary: 'The codes of a shop, printed and rotating',
  problems: ofShop,
});

/** A clerk of the shop, or staff: the printed code is taken out of use and another takes its place. */
export const replaceMerchantCode = endpoint<typeof replaceMerchantCodeSchemas>()({
  name: 'replaceMerchantCode',
  method: 'POST',
  path: '/api/merchants/:merchantId/codes',
  status: 201,
  idempotent: true,
  summary: 'Replace the printed code of a shop',
  problems: ofShop,
});

/** A clerk of the shop, or staff: WeChat's own round code of the shop, to be printed. */
export const getMerchantMiniProgramCode = endpoint<typeof getMerchantMiniProgramCodeSchemas>()({
  name: 'getMerchantMiniProgramCode',
  method: 'GET',
  path: '/api/merchants/:merchantId/mini-program-code',
  summary: 'The mini-program code of a shop',
  problems: [...ofShop, stationProblems.mini_program_code_unavailable],
});

/** A clerk of the shop, or staff. Goes behind those there are; only its pixels are kept. */
export const addMerchantPhoto = endpoint<typeof addMerchantPhotoSchemas>()({
  name: 'addMerchantPhoto',
  method: 'POST',
  path: '/api/merchants/:merchantId/photos',
  status: 201,
  idempotent: true,
  bodyLimit: merchantLimits.photoBase64Length + 1_000,
  summary: 'Add a photo of a shop',
  problems: [
    ...ofShop,
    peopleProblems.image_unreadable,
    merchantProblems.too_many_photos,
    merchantProblems.photo_there_already,
  ],
});

/** A clerk of the shop, or staff. The others keep their order. */
export const removeMerchantPhoto = endpoint<typeof removeMerchantPhotoSchemas>()({
  name: 'removeMerchantPhoto',
  method: 'DELETE',
  path: '/api/merchants/:merchantId/photos/:photoId',
  summary: 'Take a photo of a shop out',
  problems: ofShop,
});

/** A clerk of the shop, or staff. */
export const listClerks = endpoint<typeof listClerksSchemas>()({
  name: 'listClerks',
  method: 'GET',
  path: '/api/merchants/:merchantId/clerks',
  summary: 'Who serves in the shop',
  problems: ofShop,
});

/** A clerk of the shop, or staff; one may take oneself out. */
export const removeClerk = endpoint<typeof removeClerkSchemas>()({
  name: 'removeClerk',
  method: 'DELETE',
  path: '/api/merchants/:merchantId/clerks/:personId',
  status: 204,
  summary: 'Take a clerk out',
  problems: ofShop,
});

/** A clerk of the shop, or staff. */
export const inviteClerk = endpoint<typeof inviteClerkSchemas>()({
  name: 'inviteClerk',
  method: 'POST',
  path: '/api/merchants/:merchantId/invitations',
  status: 201,
  idempotent: true,
  summary: 'Make a one-time code for a clerk',
  problems: [...ofShop, merchantProblems.too_many_clerks],
});

/** A signed-in person who was given the code; becomes a member of the community unless they are. */
export const acceptInvitation = endpoint<typeof acceptInvitationSchemas>()({
  name: 'acceptInvitation',
  method: 'POST',
  path: '/api/merchants/invitations/acceptance',
  status: 201,
  idempotent: true,
  summary: 'Become a clerk by a code',
  problems: [
    problems.unauthenticated,
    merchantProblems.invitation_unknown,
    merchantProblems.clerk_already,
    merchantProblems.too_many_clerks,
  ],
});
