/** Mục tiêu chất lượng of the agency and of each phòng (6.2). */
export const OBJECTIVE_LEVELS = ['agency', 'unit'] as const;
export type ObjectiveLevel = (typeof OBJECTIVE_LEVELS)[number];
