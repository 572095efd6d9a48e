/** How a section of a model document may be changed below (R11): held by the server from the base version. */
export const SECTION_LOCKS = ['locked', 'extensible', 'free'] as const;
export type SectionLock = (typeof SECTION_LOCKS)[number];
