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

describe('R19: the mail of a day', () => {
  const lines = [
    { title: 'Đã ban hành QT-09', link: '/documents/9', duty: false },
    { title: 'Còn 3 ngày: QT-02', link: '/2', dueOn: '2026-11-26' },
    { title: 'Quá hạn 2 ngày: QT-01', link: '/1', dueOn: '2026-11-21' },
  ];

  it('puts what is overdue first, then deadlines, then what is good to know', () => {
    const { text, html } = mailText({ ...CONTENT, kind: 'digest', today: '2026-11-23', lines });

    expect(text.match(/^[-A-ZĐÀ-Ỹ ]+\(1\)$|^- .*$/gmu)).toEqual([
      'QUÁ HẠN (1)',
      '- Quá hạn 2 ngày: QT-01',
      'CÓ THỜI HẠN (1)',
      '- Còn 3 ngày: QT-02',
      'ĐỂ BIẾT (1)',
      '- Đã ban hành QT-09',
    ]);
    expect(html.match(/<h2[^>]*>([^<]+)/g)).toHaveLength(3);
  });

  it('stays readable in the dark and says its language', () => {
    const { html } = mailText({ ...CONTENT, lines });

    expect(html).toContain('<html lang="vi">');
    expect(html).toContain('name="color-scheme" content="light dark"');
    expect(html).not.toMatch(/color:#|background/);
  });

  it('may be unsubscribed from only when nothing in it is a duty', () => {
    const information = lines.filter(({ duty }) => duty === false);

    expect(mailText({ ...CONTENT, lines }).unsubscribe).toBeNull();
    expect(mailText({ ...CONTENT, lines: information }).unsubscribe).toBe('https://iso.example/account');
  });
});
