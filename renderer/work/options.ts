/** An enumeration with its words, as a select takes it. */
export function optionsOf<const T extends string>(
  values: readonly T[],
  names: Readonly<Record<T, string>>,
): { value: T; label: string }[] {
  return values.map((value) => ({ value, label: names[value] }))
}
