/** 订阅消息参数值内容限制: kind of value → what WeChat takes. */
const kinds: readonly (readonly [RegExp, RegExp])[] = [
  [/^thing\d+$/, /^[^\p{Cc}]{1,20}$/u],
  [/^number\d+$/, /^-?\d{1,32}(\.\d+)?$/],
  [/^letter\d+$/, /^[A-Za-z]{1,32}$/],
  [/^symbol\d+$/, /^[\p{P}\p{S}]{1,5}$/u],
  [/^character_string\d+$/, /^[\x21-\x7e]{1,32}$/],
  [/^(time|date)\d+$/, /^[\d年月日时分 :~\-/]{1,40}$/],
  [/^amount\d+$/, /^[^\d\s]?\d{1,10}(\.\d+)?元?$/],
  [/^phone_number\d+$/, /^[\d+\- ]{1,17}$/],
  [/^car_number\d+$/, /^.{1,8}$/u],
  [/^name\d+$/, /^(\p{Script=Han}{1,10}|[A-Za-z ]{1,20})$/u],
  [/^phrase\d+$/, /^\p{Script=Han}{1,5}$/u],
];

/** Whether WeChat would answer 47003. */
export function breaksLimits(key: string, value: string): boolean {
  const [, right] = kinds.find(([kind]) => kind.test(key)) ?? [];
  return !right?.test(value);
}
