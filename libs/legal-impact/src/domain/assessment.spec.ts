import { IllegalTransition, type LocalDate, unreachableStates } from '@app/kernel';

import { Assessment, ASSESSMENT_LIFECYCLE, type AssessmentSnapshot, type Assessor } from './assessment';
import { NotYourAssessment, ReasonNeeded } from './refusals';

const FOCAL: Assessor = {
  agencyId: 'commune',
  personId: 'focal',
  unitId: 'unit',
  roles: ['reader', 'unit-focal'],
};
const SIGNED = {
  reason: 'Luật mới không đổi trình tự',
  conclusion: { by: 'focal', byName: 'F', position: 'Chuyên viên', at: new Date('2026-11-23T02:00:00Z') },
};

function anAssessment(changes: Partial<AssessmentSnapshot> = {}): Assessment {
  return Assessment.restore({
    agencyId: 'commune',
    id: 'assessment',
    changeId: 'change',
    taskId: null,
    documentId: 'document',
    owningUnitId: 'unit',
    assigneeId: null,
    state: 'open',
    deadlineOn: '2026-12-23' as LocalDate,
    rowVersion: 1,
    reason: null,
    concluded: null,
    ...changes,
  });
}

describe('Assessment', () => {
  it('keeps reason and signer of a conclusion', () => {
    const assessment = anAssessment();

    assessment.conclude(FOCAL, 'not-needed', SIGNED);

    expect(assessment.snapshot).toMatchObject({
      state: 'not-needed',
      reason: SIGNED.reason,
      concluded: { by: 'focal' },
    });
  });

  it('lets "must revise" be said without a reason, and be reconsidered', () => {
    const assessment = anAssessment();

    assessment.conclude(FOCAL, 'must-revise', { ...SIGNED, reason: '' });
    assessment.conclude(FOCAL, 'not-needed', SIGNED);

    expect(assessment.snapshot.state).toBe('not-needed');
  });

  it('refuses "not needed" without a reason that says something', () => {
    expect(() => {
      anAssessment().conclude(FOCAL, 'not-needed', { ...SIGNED, reason: 'không' });
    }).toThrow(ReasonNeeded);
  });

  it.each(['not-needed', 'done'] as const)('refuses to conclude what is %s', (state) => {
    expect(() => {
      anAssessment({ state }).conclude(FOCAL, 'not-needed', SIGNED);
    }).toThrow(IllegalTransition);
  });

  it.each<[string, Partial<Assessor>]>([
    ['its unit', {}],
    ['whoever was given it', { unitId: 'other', roles: ['reader'], personId: 'given' }],
    ['the secretary', { unitId: null, roles: ['secretary'] }],
    ['the head', { unitId: null, roles: ['head'] }],
  ])('is concluded by %s', (_who, changes) => {
    const assessment = anAssessment({ assigneeId: 'given' });

    expect(() => {
      assessment.assertMayConclude({ ...FOCAL, ...changes });
    }).not.toThrow();
  });

  it.each<[string, Partial<Assessor>]>([
    ['another unit', { unitId: 'other' }],
    ['a reader of its unit', { roles: ['reader'] }],
    ['the secretary of another agency', { agencyId: 'sibling', roles: ['secretary'] }],
    ['nobody', { personId: null, unitId: null, roles: [] }],
  ])('is not concluded by %s', (_who, changes) => {
    expect(() => {
      anAssessment().assertMayConclude({ ...FOCAL, ...changes });
    }).toThrow(NotYourAssessment);
  });

  it('belongs to no unit when the document has none', () => {
    expect(() => {
      anAssessment({ owningUnitId: null }).assertMayConclude({ ...FOCAL, unitId: null });
    }).toThrow(NotYourAssessment);
  });
});

it('has no state that cannot be reached', () => {
  expect(unreachableStates(ASSESSMENT_LIFECYCLE, 'open')).toEqual([]);
});
