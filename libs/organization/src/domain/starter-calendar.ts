import { addDays, type LocalDate, localDate } from '@app/kernel';

import { type CalendarDay } from './working-days';

/** The days off are announced year by year; ours are a beginning that the installation must compare and may change. */
export const STARTER_LEGAL_BASIS = 'Mẫu khởi tạo, đối chiếu thông báo nghỉ lễ hằng năm';

export interface StarterDay extends CalendarDay {
  name: string;
}

const TET = 'Tết Nguyên đán';
const KINGS = 'Giỗ Tổ Hùng Vương';
const VICTORY = 'Ngày Chiến thắng 30/4';
const LABOUR = 'Ngày Quốc tế lao động 01/5';
const NATIONAL = 'Quốc khánh 02/9';
const NEW_YEAR = 'Tết Dương lịch';

export const STARTER_CALENDAR: readonly StarterDay[] = [
  ...off(localDate(2026, 1, 1), 1, NEW_YEAR),
  ...off(localDate(2026, 1, 2), 1, 'Nghỉ hoán đổi Tết Dương lịch'),
  ...worked(localDate(2026, 1, 10), 'Làm bù Tết Dương lịch'),
  ...off(localDate(2026, 2, 16), 5, TET),
  ...off(localDate(2026, 4, 26), 1, KINGS),
  ...off(localDate(2026, 4, 27), 1, 'Nghỉ bù Giỗ Tổ Hùng Vương'),
  ...off(localDate(2026, 4, 30), 1, VICTORY),
  ...off(localDate(2026, 5, 1), 1, LABOUR),
  ...worked(localDate(2026, 8, 22), 'Làm bù Quốc khánh'),
  ...off(localDate(2026, 8, 31), 1, 'Nghỉ hoán đổi Quốc khánh'),
  ...off(localDate(2026, 9, 1), 2, NATIONAL),
  ...off(localDate(2027, 1, 1), 1, NEW_YEAR),
  ...off(localDate(2027, 2, 5), 5, TET),
  ...off(localDate(2027, 2, 10), 2, 'Nghỉ bù Tết Nguyên đán'),
  ...off(localDate(2027, 4, 16), 1, KINGS),
  ...off(localDate(2027, 4, 30), 1, VICTORY),
  ...off(localDate(2027, 5, 1), 1, LABOUR),
  ...off(localDate(2027, 5, 3), 1, 'Nghỉ bù Ngày Quốc tế lao động'),
  ...off(localDate(2027, 9, 2), 2, NATIONAL),
];

function off(from: LocalDate, days: number, name: string): StarterDay[] {
  return Array.from({ length: days }, (_, offset) => ({
    day: addDays(from, offset),
    kind: 'holiday' as const,
    name,
  }));
}

function worked(day: LocalDate, name: string): StarterDay[] {
  return [{ day, kind: 'working', name }];
}
