/** The interval of a finding that counts, and so has none. */
export const WITHOUT_INTERVAL = { lower: null, upper: null, level: null } as const;
