import { unreachableStates } from '@app/kernel';

import { LEGAL_TEXT_LIFECYCLE, type LegalTextFields, legalTextFrom } from './legal-text';
import { type BadLegalText, RelatedToItself } from './refusals';
import { STARTER_TEXTS } from './starter-set';

const ID = '019a0000-0000-7000-8000-000000000001';

function fields(changes: Partial<LegalTextFields> = {}): LegalTextFields {
  return {
    kind: 'Luật',
    numberSymbol: '60/2014/QH13',
    issuer: 'Quốc hội',
    issuedOn: '2014-11-20',
    effectiveOn: '2016-01-01',
    title: 'Luật Hộ tịch',
    aliases: [],
    relations: [],
    ...changes,
  };
}

function faultsOf(changes: Partial<LegalTextFields>): string[] {
  try {
    legalTextFrom(fields(changes), ID);
    return [];
  } catch (error) {
    return (error as BadLegalText).fields.map(({ field }) => field);
  }
}

describe('legalTextFrom()', () => {
  it('keys number-symbol and issuer, and keeps them as printed', () => {
    const text = legalTextFrom(
      fields({ numberSymbol: ' 04/2020/TT- BTP', issuer: 'Bộ trưởng  Bộ Tư pháp' }),
      ID,
    );

    expect(text).toMatchObject({
      numberSymbol: '04/2020/TT-BTP',
      numberKey: '4/2020/tt-btp',
      issuer: 'Bộ trưởng Bộ Tư pháp',
    });
    expect(text.issuerKey).toBe(legalTextFrom(fields({ issuer: 'Bộ Tư pháp' }), ID).issuerKey);
  });

  it.each([
    ['Luật Hộ tịch', 'Luật Hộ tịch'],
    ['Hộ tịch', 'Luật Hộ tịch'],
  ])('gives the law titled %j the alias %j with its year', (title, name) => {
    expect(legalTextFrom(fields({ title }), ID).aliases).toEqual([
      { name, nameKey: 'luat ho tich', year: 2014 },
    ]);
  });

  it('gives a decree no alias of its own, and keeps a typed one once', () => {
    const aliases = [
      { name: 'Nghị định hộ tịch', year: 2015 },
      { name: 'NGHỊ ĐỊNH HỘ TỊCH', year: 2015 },
    ];

    expect(legalTextFrom(fields({ kind: 'Nghị định', aliases }), ID).aliases).toHaveLength(1);
  });

  it('lets a relation act from the commencement of the text', () => {
    const relations = [{ kind: 'replaces' as const, targetId: 'other', partly: false, note: null }];

    expect(legalTextFrom(fields({ relations }), ID).relations[0]?.effectiveOn).toBe('2016-01-01');
    expect(legalTextFrom(fields({ relations, effectiveOn: null }), ID).relations[0]?.effectiveOn).toBe(
      '2014-11-20',
    );
  });

  it.each<[string, Partial<LegalTextFields>]>([
    ['numberSymbol', { numberSymbol: 'không số' }],
    ['numberSymbol', { numberSymbol: "1'; drop table--" }],
    ['issuer', { issuer: ' \u200b ' }],
    ['title', { title: '' }],
    ['issuedOn', { issuedOn: '2014-02-30' }],
    ['issuedOn', { issuedOn: '0201-01-01' }],
    ['effectiveOn', { effectiveOn: '31/11/2016' }],
    ['expiredOn', { expiredOn: '2014-11-19' }],
    ['aliases', { aliases: [{ name: '…', year: 2014 }] }],
    ['aliases', { aliases: [{ name: 'Luật', year: 20_144 }] }],
  ])('refuses a wrong %s', (field, changes) => {
    expect(faultsOf(changes)).toEqual([field]);
  });

  it('names all faults at once', () => {
    expect(faultsOf({ title: '', issuer: '', numberSymbol: '' })).toEqual([
      'numberSymbol',
      'issuer',
      'title',
    ]);
  });

  it('refuses a text that replaces itself', () => {
    const relations = [{ kind: 'replaces' as const, targetId: ID, partly: false, note: null }];

    expect(() => legalTextFrom(fields({ relations }), ID)).toThrow(RelatedToItself);
  });
});

it('has no state that cannot be reached', () => {
  expect(unreachableStates(LEGAL_TEXT_LIFECYCLE, 'recorded')).toEqual([]);
});

it('ships a starter set in which every text is well formed and different', () => {
  const keys = STARTER_TEXTS.map((text) => legalTextFrom(text, ID)).map(
    (text) => `${text.numberKey} ${text.issuerKey}`,
  );

  expect(new Set(keys).size).toBe(STARTER_TEXTS.length);
});
