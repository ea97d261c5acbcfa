/** A key of its own for one tap: unique among one person's. */
export function newKey(now: number): string {
  const random = () => Math.random().toString(36).slice(2).padEnd(10, '0').slice(0, 10);
  return `${now.toString(36)}-${random()}${random()}`;
}
