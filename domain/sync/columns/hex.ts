const pairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** The lowest 16 bits as four digits. */
export const hex4 = (value: number): string => `${pairs[(value >>> 8) & 0xff]}${pairs[value & 0xff]}`
