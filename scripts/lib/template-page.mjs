import { BorderStyle } from 'docx';

/** Page of Nghị định 30/2020/NĐ-CP, in twentieths of a point. */
export const mm = (value) => Math.round((value * 1440) / 25.4);
export const PAGE = { width: mm(210), height: mm(297) };
export const MARGIN = {
  top: mm(20),
  bottom: mm(20),
  left: mm(30),
  right: mm(20),
  header: mm(10),
  footer: mm(10),
};
export const TEXT_WIDTH = PAGE.width - MARGIN.left - MARGIN.right;

const NO_BORDER = { style: BorderStyle.NONE, size: 0, color: 'auto' };
export const NO_BORDERS = Object.fromEntries(
  ['top', 'bottom', 'left', 'right', 'insideHorizontal', 'insideVertical'].map((side) => [side, NO_BORDER]),
);
export const THIN = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
