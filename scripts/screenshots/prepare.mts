import { join } from 'node:path';
import { type Page } from 'playwright-core';
import { Clerk } from '../../test/browser/people/clerk.mts';
import { Official } from '../../test/browser/people/official.mts';
import { ProvinceOfficer } from '../../test/browser/people/province.mts';
import { Secretary } from '../../test/browser/people/secretary.mts';
import { Approver, Reviewer } from '../../test/browser/people/signers.mts';
import { type Cast, dayOnPaper } from '../../test/browser/support/story.mts';
import { REPOSITORY } from '../lib/paths.mts';

const SHARED = join(REPOSITORY, '..', 'shared', 'data');
const PAPERS = [
  { file: '01. Đăng ký khai sinh.doc', code: 'QT 01/CX-HCTP', title: 'Đăng ký khai sinh' },
  { file: '11. Đăng ký kết hôn.doc', code: 'QT 11/CX-HCTP', title: 'Đăng ký kết hôn' },
  { file: '15. Đăng ký khai tử.doc', code: 'QT 15/CX-HCTP', title: 'Đăng ký khai tử' },
  { file: '19. Đăng ký giám hộ.doc', code: 'QT 19/CX-HCTP', title: 'Đăng ký giám hộ' },
] as const;
const PEOPLE = { reviewer: 'Trịnh Thị Thu', approver: 'Lê Văn Thắng' };
const ABSTRACT = 'Về việc ban hành các quy trình lĩnh vực hộ tịch theo TCVN ISO 9001:2015';

const today = dayOnPaper();

/** Fills an empty demo as its people would; `seen` is shown the form that was read from a file. */
export async function prepare(cast: Cast, seen: (page: Page) => Promise<void>): Promise<void> {
  const thuKy = await cast.as(Secretary, 'hacthanh.thuky');
  await thuKy.uploads(join(SHARED, 'procedures', 'ho-tich', PAPERS[0].file));
  await seen(thuKy.page);
  const { items } = await thuKy.asks<{ items: unknown[] }>('/documents?scope=effective');
  if (items.length > 0) return;
  await uploadAll(cast);
  await issue(cast);
  await changeLaw(cast);
  await declare(cast);
}

async function uploadAll(cast: Cast): Promise<void> {
  const thuKy = await cast.as(Secretary, 'hacthanh.thuky');
  for (const { file } of PAPERS) {
    await thuKy.uploads(join(SHARED, 'procedures', 'ho-tich', file));
    await thuKy.completes({ drafter: 'Nguyễn Văn Dũng', unit: 'Phòng Văn hóa - Xã hội' });
    await thuKy.savesDraft();
    await thuKy.submits(PEOPLE);
  }
}

async function issue(cast: Cast): Promise<void> {
  const thuKy = await cast.as(Secretary, 'hacthanh.thuky');
  const truongPhong = await cast.as(Reviewer, 'hacthanh.xemxet');
  const chuTich = await cast.as(Approver, 'hacthanh.chutich');
  const vanThu = await cast.as(Clerk, 'hacthanh.vanthu');
  const [, ...done] = PAPERS;
  for (const paper of done) {
    await truongPhong.reviews(paper);
    await chuTich.approves(paper);
  }
  await thuKy.preparesDecision({ abstract: ABSTRACT, signer: PEOPLE.approver });
  await vanThu.registersDecision(ABSTRACT, { number: '125/QĐ-UBND', signedOn: today });
}

async function changeLaw(cast: Cast): Promise<void> {
  const phapChe = await cast.as(ProvinceOfficer, 'tinh.phapche');
  await phapChe.previewsList(join(SHARED, 'thanh-hoa-annex-2022-2024.csv'), {
    title: 'Lộ trình xây dựng HTQLCL 2022 - 2024',
    asOf: '31/12/2021',
    basis: 'Phụ lục Quyết định của UBND tỉnh',
  });
  await phapChe.importsList();
  await phapChe.recordsText({
    numberSymbol: '201/2026/QH16',
    kind: 'Luật',
    issuer: 'Quốc hội',
    issuedOn: '20/10/2026',
    effectiveOn: '01/07/2027',
    title: 'Luật Hộ tịch (sửa đổi)',
    replaces: { typed: 'luat ho tich', chosen: '60/2014/QH13' },
  });
  await phapChe.confirmsChange();
  await (await cast.as(Official, 'hacthanh.soanthao')).workLine('Rà soát');
}

async function declare(cast: Cast): Promise<void> {
  await (await cast.as(Secretary, 'hacthanh.thuky')).preparesDeclaration();
  await (await cast.as(Approver, 'hacthanh.chutich')).signsDeclaration();
  const vanThu = await cast.as(Clerk, 'hacthanh.vanthu');
  await vanThu.registersDeclaration({ number: '05/CB-UBND', signedOn: today });
  await vanThu.seesState('Đã đăng công khai');
}
