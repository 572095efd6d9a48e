import {
  type Library,
  type DecisionView,
  daysFromToday,
  type Stage,
  type VersionView,
} from '../../support/staging';

/** Stands in every text of the agency under test; no answer to anybody else may hold it. */
export const CANARY = 'KIM-TUOC-7431';

/** One agency with an object in every state. */
export interface Scene {
  library: Library;
  upload: string;
  draft: VersionView;
  inReview: VersionView;
  returned: VersionView;
  approved: VersionView;
  effective: VersionView;
  scheduled: VersionView;
  withdrawn: VersionView;
  decision: DecisionView;
  registered: DecisionView;
}

const marked = (title: string): Record<string, unknown> => ({
  title: `${title} ${CANARY}`,
  series: `Hộ tịch ${CANARY}`,
  legalBasis: CANARY,
  citations: [{ numberSymbol: '12/2024/QĐ-UBND', kind: null, issuer: CANARY, issuedOn: null }],
});

export async function setScene(stage: Stage): Promise<Scene> {
  const library = await stage.library(CANARY);
  const { secretary, reviewer } = library.office.by;
  const late = { signedOn: daysFromToday(-1), lateReason: CANARY };
  const effective = await library.effective(marked('Đang hiệu lực'), late);
  const withdrawn = await library.effective(marked('Đã bãi bỏ'), late);
  const abstract = `Ban hành ${CANARY}`;
  const registered = await library.register(
    await library.decision([], { withdrawDocumentIds: [withdrawn.documentId], abstract }),
  );
  const scheduled = await library.approved(marked('Chưa đến ngày'));
  await library.register(await library.decision([scheduled], { effectiveFrom: daysFromToday(9), abstract }));
  const returned = await library.submit(await library.draft(marked('Trả lại')));
  await reviewer.post(`/versions/${returned.id}/return`, { reason: CANARY });
  return {
    library,
    upload: await library.readUpload(secretary),
    draft: await library.draft(marked('Dự thảo')),
    inReview: await library.submit(await library.draft(marked('Chờ xem xét'))),
    returned,
    approved: await library.approved(marked('Đã phê duyệt')),
    effective: await library.see(effective),
    scheduled: await library.see(scheduled),
    withdrawn: await library.see(withdrawn),
    decision: await library.decision([await library.approved(marked('Chờ ban hành'))], { abstract }),
    registered,
  };
}
