import { articleFaults, articlesNamed, articlesOf } from './substance';

describe('articlesNamed()', () => {
  it.each([
    ['khoản 2 Điều 5; Điều 7', ['Điều 5', 'Điều 7']],
    ['Điều 5, 7 và 9a', ['Điều 5', 'Điều 7', 'Điều 9a']],
    ['điểm a khoản 1 điều 12', ['Điều 12']],
    ['một số điều', []],
    ['Phụ lục II', []],
  ])('finds the articles of %j', (provisions, articles) => {
    expect(articlesNamed(provisions)).toEqual(articles);
  });
});

it('writes the label of an article in one way', () => {
  expect(articlesOf([{ label: ' điều 5a.', title: ' Mức  chi ' }])).toEqual([
    { label: 'Điều 5a', title: 'Mức chi' },
  ]);
});

it.each([
  [[{ label: 'Điều năm', title: '' }]],
  [
    [
      { label: 'Điều 5', title: '' },
      { label: '5', title: '' },
    ],
  ],
  [[{ label: 'Điều 5', title: 'x'.repeat(501) }]],
])('refuses %j', (articles) => {
  expect(articleFaults(articles)).toBe(true);
});
