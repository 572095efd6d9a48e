import { qrMatrix, qrRuns, qrSvg } from './qr';

const URL_OF_COPY = 'https://iso.example.gov.vn/kiem-tra/0190a000-0000-7000-8000-000000000001';

describe('QR code', () => {
  it('draws exactly the dark squares', () => {
    const matrix = qrMatrix(URL_OF_COPY);
    const drawn = new Set(
      qrRuns(matrix).flatMap(({ row, column, length }) =>
        Array.from({ length }, (_, at) => `${row},${column + at}`),
      ),
    );

    for (let row = 0; row < matrix.size; row += 1) {
      for (let column = 0; column < matrix.size; column += 1) {
        expect(drawn.has(`${row},${column}`)).toBe(matrix.isDark(row, column));
      }
    }
  });

  it('begins with the finder in the top left corner, inside a quiet zone', () => {
    const svg = qrSvg(URL_OF_COPY);

    expect(svg).toContain('d="M4 4h7v1h-7z');
    expect(svg).not.toContain('undefined');
  });

  it('puts no text of the address into the picture', () => {
    expect(qrSvg('"><script>alert(1)</script>')).not.toContain('script');
  });
});
