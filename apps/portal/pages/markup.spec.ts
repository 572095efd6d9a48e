import { markup, trusted } from './markup';

describe('markup', () => {
  it('escapes every value', () => {
    expect(markup`<p title="${'"><script>'}">${"<b>&'"}</p>`.text).toBe(
      '<p title="&quot;&gt;&lt;script&gt;">&lt;b&gt;&amp;&#39;</p>',
    );
  });

  it('keeps markup, joins lists, leaves out what is absent', () => {
    expect(markup`<ul>${[1, 2].map((n) => markup`<li>${n}</li>`)}${null}${undefined}${false}</ul>`.text).toBe(
      '<ul><li>1</li><li>2</li></ul>',
    );
  });

  it('trusts by name only', () => {
    expect(markup`${trusted('<svg></svg>')}`.text).toBe('<svg></svg>');
  });
});
