import { SCOPE_COLUMNS } from './template-columns.mjs';

/** Bản công bố HTQLCL, and the decision by which an agency may issue it. */
export function declarationTemplates(kit) {
  const { annex, article, body, head, LAST, opening, paragraph, run, signature, title } = kit;
  const scopeAnnex = () =>
    annex(
      'PHỤ LỤC',
      'Danh mục thủ tục hành chính, hoạt động áp dụng Hệ thống quản lý chất lượng',
      SCOPE_COLUMNS,
      'pham_vi',
    );

  return {
    'ban-cong-bo': {
      title: 'Bản công bố HTQLCL',
      children: [
        head(),
        ...title('BẢN CÔNG BỐ', `Hệ thống quản lý chất lượng phù hợp Tiêu chuẩn quốc gia {tieu_chuan}`),
        paragraph(run('')),
        body([run('{co_quan_thuong} ', { bold: true }), run('công bố Hệ thống quản lý chất lượng tại:')]),
        body([run('Tên cơ quan: '), run('{co_quan_thuong}', { bold: true })]),
        body(run('Địa chỉ trụ sở: {dia_chi}')),
        body(run(`phù hợp Tiêu chuẩn quốc gia {tieu_chuan} đối với các lĩnh vực hoạt động:`)),
        body(run('{#linh_vuc_hoat_dong [loopOver: "paragraph"]}- {ten};{/linh_vuc_hoat_dong}')),
        body(run('gồm {so_luong} thủ tục hành chính, hoạt động nêu tại Phụ lục kèm theo.')),
        body(run('{hieu_luc_va_thay_the}'), LAST),
        ...signature(),
        ...scopeAnnex(),
      ],
    },
    'quyet-dinh-cong-bo': {
      title: 'Quyết định công bố HTQLCL',
      children: [
        head(),
        ...title(
          'QUYẾT ĐỊNH',
          `Về việc công bố Hệ thống quản lý chất lượng phù hợp Tiêu chuẩn quốc gia {tieu_chuan}`,
        ),
        ...opening(),
        article(
          1,
          `Công bố Hệ thống quản lý chất lượng của {co_quan_thuong}, địa chỉ: {dia_chi}, phù hợp Tiêu chuẩn quốc gia {tieu_chuan} đối với {so_luong} thủ tục hành chính, hoạt động thuộc các lĩnh vực: {cac_linh_vuc} (có Phụ lục kèm theo).`,
        ),
        article(2, '{hieu_luc_va_thay_the}'),
        article(3, '{trach_nhiem} chịu trách nhiệm thi hành Quyết định này./.', LAST),
        ...signature(),
        ...scopeAnnex(),
      ],
    },
  };
}
