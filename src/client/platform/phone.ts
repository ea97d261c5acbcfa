export interface Phone {
  call(number: string): void;
}

export declare const phone: Phone;
