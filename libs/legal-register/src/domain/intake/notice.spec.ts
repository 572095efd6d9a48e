import { numberSymbolKey } from '@app/kernel';
import {
  assert,
  array,
  boolean,
  constantFrom,
  integer,
  property,
  record,
  shuffledSubarray,
} from 'fast-check';

import { identityOf } from './intake';
import { judge, type SeenNotice } from './notice';
import { readNotice } from './read-notice';
import { sourceFrom, waitMinutes } from './source';

interface Said {
  key: string;
  text: string;
  isWithdrawn: boolean;
}

/** What a store would remember of what a source says, item by item. */
function proposals(said: readonly Said[]): { texts: string[]; withdrawn: Set<string> } {
  const seen = new Map<string, SeenNotice & { text: string }>();
  const texts = new Map<string, string>();
  const withdrawn = new Set<string>();
  for (const { key, text, isWithdrawn } of said) {
    const known = seen.get(key) ?? null;
    const verdict = judge({ contentHash: text, isWithdrawn }, { seen: known, hasTwin: texts.has(text) });
    if (verdict === 'propose') texts.set(text, key);
    if (verdict === 'withdraw' || verdict === 'remember') withdrawn.add(key);
    const intake = verdict === 'remember' ? null : { id: key, isOpen: true };
    if (verdict === 'none') continue;
    seen.set(key, { contentHash: text, isWithdrawn: withdrawn.has(key), intake, text });
  }
  return { texts: [...texts.keys()], withdrawn };
}

const anItem = record({ key: constantFrom('a', 'b', 'c', 'd', 'e'), isWithdrawn: boolean() });

describe('B-19: what follows from a notice', () => {
  it('proposes a text once, however often and under however many names it is announced', () => {
    assert(
      property(array(anItem, { minLength: 5, maxLength: 40 }), (items) => {
        const said = items.map((item) => ({ ...item, text: 'T', isWithdrawn: false }));

        expect(proposals(said).texts).toEqual(['T']);
      }),
    );
  });

  it('never brings back by itself what was taken back', () => {
    assert(
      property(array(anItem, { minLength: 5, maxLength: 40 }), (items) => {
        const said = items.map(({ key, isWithdrawn }) => ({ key, isWithdrawn, text: key }));
        const { withdrawn } = proposals(said);

        expect([...withdrawn].sort()).toEqual(
          [...new Set(said.filter((each) => each.isWithdrawn).map(({ key }) => key))].sort(),
        );
      }),
    );
  });

  it('proposes the same texts in whatever order a source lists them', () => {
    const all = ['a', 'b', 'c', 'd', 'e', 'f'];
    assert(
      property(shuffledSubarray(all, { minLength: 6 }), (order) => {
        const said = order.map((key) => ({ key, text: key, isWithdrawn: false }));

        expect(proposals(said).texts.sort()).toEqual(all);
      }),
    );
  });

  it('holds texts of the same number and another year, or another issuing body, apart', () => {
    assert(
      property(integer({ min: 1, max: 200 }), integer({ min: 1990, max: 2060 }), (number, year) => {
        const text = { issuer: 'Thủ tướng Chính phủ', issuedOn: '2014-03-05' } as const;
        const of = (printed: string, issuer = text.issuer): string | null =>
          identityOf({ ...text, issuer, numberSymbol: numberSymbolKey(printed) } as Parameters<
            typeof identityOf
          >[0]);
        const [one, other] = [
          `${String(number)}/${String(year)}/QĐ-TTg`,
          `${String(number)}/${String(year + 1)}/QĐ-TTg`,
        ];

        expect(of(one)).not.toBe(of(other));
        expect(of(one)).not.toBe(of(one, 'Chính phủ' as typeof text.issuer));
        expect(of(one)).toBe(of(one.toLowerCase()));
      }),
    );
  });

  it('reads a repeal that comes before the amendment, and a day that is past, as they stand', () => {
    assert(
      property(integer({ min: 1, max: 99 }), integer({ min: 2001, max: 2020 }), (number, year) => {
        const own = `${String(number)}/${String(year)}/TT-BTP`;
        const day = `01/01/${String(year)}`;
        const read = readNotice(
          `Thông tư số ${own} ngày ${day} của Bộ Tư pháp bãi bỏ Thông tư số 5/1999/TT-BTP`,
          `Thông tư này có hiệu lực từ ngày ${day}.`,
        );

        expect(read).toMatchObject({ numberSymbol: own, effectiveOn: `${String(year)}-01-01` });
        expect(read.relations).toMatchObject([
          { kind: 'repeals', target: { numberSymbol: '5/1999/TT-BTP' } },
        ]);
      }),
    );
  });
});

describe('A source', () => {
  it('is waited for twice as long after each failure, up to a day, never less than agreed', () => {
    expect([0, 1, 2, 5, 50].map((failures) => waitMinutes(60, failures))).toEqual([60, 120, 240, 1440, 1440]);
    expect(waitMinutes(10_080, 3)).toBe(10_080);
  });

  it.each(['ftp://a.vn/x', 'javascript:1', 'https://ten:mat-khau@a.vn/', 'a.vn', ''])(
    'is no feed at "%s"',
    (address) => {
      expect(() =>
        sourceFrom({ name: 'a', kind: 'feed', address, everyMinutes: 5, isActive: true }),
      ).toThrow();
    },
  );
});
