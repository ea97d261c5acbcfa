/** The class that sets type, icons and buttons to a size; its figures are in the tokens. */
export function textSizeClass(size: 'normal' | 'large'): string {
  return size === 'large' ? 'text-large' : 'text-normal';
}
