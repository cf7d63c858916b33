const calm = 20_000
const longest = 15_000

/** A calm timer while all is well; 1, 2, 4 … 15 seconds with jitter after failures. Two desks that wait for each other agree within a minute. */
export function pauseAfter(failures: number, random: number): number {
  return failures === 0 ? calm : Math.min(longest, 1000 * 2 ** (failures - 1)) * (0.5 + random / 2)
}
