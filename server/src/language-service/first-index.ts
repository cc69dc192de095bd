/** The first index whose item satisfies a condition, by binary search; the length if none does. Once true, it must stay true. */
export function firstIndex<T>(items: readonly T[], isMatch: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isMatch(items[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}
