/** WeChat asks for agreement before it hands out something personal. */
export interface PrivacyRequest {
  /** Id the agreeing button must bear (`open-type="agreePrivacyAuthorization"`). */
  readonly buttonId: string;
  answer(hasAgreed: boolean): void;
}

export interface Privacy {
  onRequest(listener: (request: PrivacyRequest) => void): void;
}

export declare const privacy: Privacy;
