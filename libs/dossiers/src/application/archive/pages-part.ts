import { DISPLAY_WORDS, displayState } from '@app/documents';
import { Clock, type LocalDate, todayIn } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { bodyRow, dayText, escaped, headRow, PAGE_END, pageStart } from '../../domain/archive/html';
import { linkTo } from '../../domain/archive/paths';
import { type ArchiveRun } from './archive-run';
import { masterPath, renditionPath, scanPath, type VersionFile } from './file-place';
import { type LineFile } from './line-file';

const ON_A_PAGE = 500;

interface VersionLine extends VersionFile {
  state: Parameters<typeof displayState>[0]['state'];
  isReturned: boolean;
  currentStep: Parameters<typeof displayState>[0]['currentStep'];
  effectiveOn: LocalDate | null;
  endsOn: LocalDate | null;
  changeNote: string | null;
  drafterName: string;
  masterName: string;
  hasRendition: boolean;
  decisionNumber: string | null;
  decisionSignedOn: string | null;
}

interface DocumentLine {
  id: string;
  code: string;
  series: string;
  title: string;
  versions: VersionLine[] | null;
}

interface DecisionLine {
  id: string;
  number: string | null;
  signedOn: string | null;
  effectiveOn: string | null;
  abstract: string;
  signerName: string;
  signerPosition: string;
  formula: string;
  scanName: string | null;
  lines: { action: string; code: string; title: string; documentId: string }[] | null;
}

const ACTIONS: Readonly<Record<string, string>> = {
  issue: 'Ban hành',
  replace: 'Thay thế',
  withdraw: 'Bãi bỏ',
};

/** What people open: documents with their versions, and decisions, with links to the files beside them. */
@Injectable()
export class PagesPart {
  constructor(private readonly clock: Clock) {}

  async write(run: ArchiveRun): Promise<void> {
    const documents = await this.#pages(run, run.documentLines, {
      stem: 'tai-lieu',
      title: 'Tài liệu và phiên bản',
      show: (line: DocumentLine) => this.#document(run, line),
    });
    const decisions = await this.#pages(run, run.decisionLines, {
      stem: 'quyet-dinh',
      title: 'Quyết định ban hành, sửa đổi, bãi bỏ',
      show: (line: DecisionLine) => decision(run, line),
    });
    await run.sink.add('index.html', indexPage(run, { documents, decisions }));
  }

  /** @returns names of the pages */
  async #pages<Line>(
    run: ArchiveRun,
    lines: LineFile,
    page: { stem: string; title: string; show: (line: Line) => string },
  ): Promise<string[]> {
    const names: string[] = [];
    const source = lines.read<Line>();
    const count = Math.max(1, Math.ceil(lines.lines / ON_A_PAGE));
    for (let number = 1; number <= count; number += 1) {
      const title = count === 1 ? page.title : `${page.title} (trang ${String(number)}/${String(count)})`;
      const body = async function* body(): AsyncGenerator<string> {
        yield pageStart(title);
        for (let shown = 0; shown < ON_A_PAGE; shown += 1) {
          const next = await source.next();
          if (next.done === true) break;
          yield page.show(next.value);
          await run.order.beat(96);
        }
        yield PAGE_END;
      };
      const { path } = await run.sink.add(`${page.stem}-${String(number).padStart(3, '0')}.html`, body());
      names.push(path);
    }
    await source.return(undefined);
    return names;
  }

  #document(run: ArchiveRun, { code, series, title, versions }: DocumentLine): string {
    const rows = (versions ?? []).map((version) => this.#version(run, version)).join('');
    return `<h2>${escaped(code)} – ${escaped(title)}</h2><p class="quiet">Lĩnh vực: ${escaped(series)}</p>
<table>${headRow(['Lần ban hành', 'Trạng thái', 'Hiệu lực', 'Quyết định', 'Nội dung thay đổi', 'Tệp'])}${rows}</table>\n`;
  }

  #version(run: ArchiveRun, version: VersionLine): string {
    const state = DISPLAY_WORDS[displayState(version, todayIn(this.clock.now()))];
    const until = version.endsOn === null ? '' : ` đến trước ${dayText(version.endsOn)}`;
    const signed = version.decisionSignedOn === null ? '' : ` ngày ${dayText(version.decisionSignedOn)}`;
    const files = [
      fileLink(run, masterPath(version, version.masterName), 'Bản gốc'),
      version.hasRendition ? fileLink(run, renditionPath(version), 'Bản PDF') : '',
    ];
    return bodyRow([
      `${String(version.issue)}.${String(version.revision)}`,
      escaped(state),
      escaped(version.effectiveOn === null ? '' : `từ ${dayText(version.effectiveOn)}${until}`),
      escaped(version.decisionNumber === null ? '' : `${version.decisionNumber}${signed}`),
      escaped(version.changeNote ?? ''),
      files.filter((file) => file !== '').join('<br>'),
    ]);
  }
}

function decision(run: ArchiveRun, line: DecisionLine): string {
  const { number, signedOn, effectiveOn, abstract, signerName, signerPosition, formula, scanName } = line;
  const rows = (line.lines ?? []).map(({ action, code, title }) =>
    bodyRow([escaped(ACTIONS[action] ?? action), escaped(code), escaped(title)]),
  );
  const scan =
    scanName === null ? '' : `<p>${fileLink(run, scanPath(line, scanName), 'Bản quét quyết định')}</p>`;
  return `<h2>${escaped(number === null ? 'Chưa vào số' : `Số ${number}`)} ${escaped(signedOn === null ? '' : `ngày ${dayText(signedOn)}`)}</h2>
<p>${escaped(abstract)}</p><p class="quiet">${escaped(`${formula} ${signerPosition} ${signerName}`.trim())}${escaped(
    effectiveOn === null ? '' : ` · Hiệu lực từ ${dayText(effectiveOn)}`,
  )}</p>${scan}
<table>${headRow(['Việc', 'Mã hiệu', 'Tên tài liệu'])}${rows.join('')}</table>\n`;
}

function fileLink({ missing }: ArchiveRun, path: string, text: string): string {
  if (missing.has(path)) return `${escaped(text)} (thiếu hoặc sai tệp)`;
  return `<a href="${escaped(linkTo(path))}">${escaped(text)}</a>`;
}

function* indexPage(
  run: ArchiveRun,
  pages: { documents: readonly string[]; decisions: readonly string[] },
): Generator<string> {
  const { agency, tables, figures, order } = run;
  yield pageStart(`Dữ liệu của ${agency.name}`);
  yield `<p>Xuất lúc ${escaped(agency.at)} (UTC) theo yêu cầu của ${escaped(order.about.askedBy)}. Lý do: ${escaped(order.about.reason)}</p>\n`;
  yield '<h2>Xem</h2><ul>';
  for (const page of pages.documents) yield `<li><a href="${page}">Tài liệu và phiên bản: ${page}</a></li>`;
  for (const page of pages.decisions) yield `<li><a href="${page}">Quyết định: ${page}</a></li>`;
  yield '<li><a href="nhat-ky/nhat-ky.csv">Nhật ký (CSV, mở bằng Excel)</a></li>';
  yield '<li><a href="du-lieu/cot-du-lieu.csv">Các loại bản ghi và cột dữ liệu (CSV)</a></li></ul>\n';
  if (figures.missingFiles.length > 0) {
    yield '<h2>Tệp thiếu hoặc sai nội dung</h2><ul>';
    for (const path of figures.missingFiles) yield `<li>${escaped(path)}</li>`;
    yield '</ul>\n';
  }
  if (figures.withheldDocuments > 0) {
    yield `<p>${String(figures.withheldDocuments)} tài liệu hạn chế không có trong bản xuất này vì người yêu cầu không có quyền đọc.</p>\n`;
  }
  yield `<h2>Bản ghi</h2><table>${headRow(['Loại', 'Số dòng', 'Tệp'])}`;
  for (const { title, rows, csv, file } of tables) {
    if (rows === 0) continue;
    yield bodyRow([
      escaped(title),
      String(rows),
      `<a href="${escaped(linkTo(csv))}">CSV</a> · <a href="${escaped(linkTo(file))}">JSON Lines</a>`,
    ]);
  }
  yield `</table>\n${PAGE_END}`;
}
