import { useEffect, useState } from 'react';

const query = '(min-width: 900px)';

export function useIsWide(): boolean {
  const [isWide, setIsWide] = useState(() => window.matchMedia(query).matches);
  useEffect(() => {
    const watched = window.matchMedia(query);
    const change = () => setIsWide(watched.matches);
    watched.addEventListener('change', change);
    return () => watched.removeEventListener('change', change);
  }, []);
  return isWide;
}
