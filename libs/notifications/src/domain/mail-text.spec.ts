import { mailText } from './mail-text';

const CONTENT = { kind: 'urgent', agencyName: 'UBND xã Quan Sơn', publicUrl: 'https://iso.example' } as const;

describe('mailText()', () => {
  it('lists links and nothing else, each once', () => {
    const line = { title: 'Sửa QT-01 theo Luật Hộ tịch', link: '/work/1' };

    const { subject, text, html } = mailText({ ...CONTENT, lines: [line, line] });

    expect(subject).toBe('ISO điện tử – UBND xã Quan Sơn: 1 việc cần xử lý ngay');
    expect(text.match(/https:\/\/iso\.example\/work\/1/g)).toHaveLength(1);
    expect(html).toContain('<a href="https://iso.example/work/1">Sửa QT-01 theo Luật Hộ tịch</a>');
  });

  it('lets no title become markup', () => {
    const { html } = mailText({
      ...CONTENT,
      lines: [{ title: '<img src=x onerror=1> "a" & b', link: null }],
    });

    expect(html).not.toContain('<img');
    expect(html).toContain('&#60;img');
  });

  it('says how many it leaves out', () => {
    const lines = Array.from({ length: 130 }, (_, index) => ({ title: `Việc ${String(index)}`, link: '/' }));

    expect(mailText({ ...CONTENT, lines }).text).toContain('và 30 việc khác');
  });
});
