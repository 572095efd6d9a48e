import { type IconName } from '~/ui/icon';
import { type Dictionary } from '~/i18n/dictionary';
import { opens, type Part } from '~/session/permissions';

type SectionKey = keyof Dictionary['shell']['rail'];

export interface Section {
  key: SectionKey;
  to: string;
  icon: IconName;
  /** Addresses that belong to this section besides its own. */
  also: readonly string[];
  part: Part | null;
  /** Where those begin for whom the section's own page is not. */
  otherwise?: { unless: Part; to: string };
}

/** Accounts, machines and who did what at them. */
const DESK = ['/accounts', '/api-tokens', '/shared-machines', '/signing-pairs', '/access-log'] as const;

/** When people are reminded, and by which calendar. */
const RULES = ['/reminder-rules', '/working-calendar'] as const;

/** The rail in the order of the map of the staff app; a section enters here on the day it works. */
export const SECTIONS: readonly Section[] = [
  {
    key: 'work',
    to: '/work',
    icon: 'work',
    also: ['/overdue-work', '/urgings', '/escalations'],
    part: 'ownWork',
  },
  {
    key: 'documents',
    to: '/documents',
    icon: 'documents',
    also: [
      '/versions',
      '/periodic-reviews',
      '/paper-copies',
      '/change-requests',
      '/record-types',
      '/records',
      '/disposals',
      '/adoptions',
      '/continuations',
      '/document-health',
      '/offerings',
    ],
    part: 'documents',
  },
  {
    key: 'drafting',
    to: '/drafting',
    icon: 'drafting',
    also: ['/documents/new', '/uploads', '/decisions', '/issuing-settings', '/change-sets', '/held'],
    part: 'drafting',
  },
  {
    key: 'external',
    to: '/legal-texts',
    icon: 'external',
    also: [
      '/external-documents',
      '/legal-changes',
      '/assessments',
      '/administrative-procedures',
      '/announcements',
      '/coverage',
      '/procedure-matches',
      '/legal-intakes',
      '/legal-sources',
      '/legal-imports',
    ],
    part: 'legal',
  },
  { key: 'declarations', to: '/declarations', icon: 'declarations', also: [], part: 'declarations' },
  {
    key: 'administration',
    to: '/unit-lists',
    icon: 'administration',
    also: [
      '/agencies',
      '/successions',
      '/delegations',
      '/routes',
      '/agency-exports',
      '/backups',
      ...DESK,
      ...RULES,
    ],
    part: 'administration',
    otherwise: { unless: 'importUnits', to: '/delegations' },
  },
];

export function sectionsFor(permissions: readonly string[]): Section[] {
  return SECTIONS.filter((section) => section.part === null || opens(permissions, section.part)).map(
    ({ otherwise, ...section }) =>
      otherwise === undefined || opens(permissions, otherwise.unless)
        ? section
        : { ...section, to: otherwise.to },
  );
}

function rootWithin(section: Section, path: string): string {
  const roots = [section.to, ...section.also].filter((root) => path === root || path.startsWith(`${root}/`));
  return roots.reduce((longest, root) => (root.length > longest.length ? root : longest), '');
}

/** An address belongs to the one section that names most of it. */
export function isWithin(section: Section, path: string): boolean {
  const named = rootWithin(section, path).length;
  return named > 0 && SECTIONS.every((other) => rootWithin(other, path).length <= named);
}
