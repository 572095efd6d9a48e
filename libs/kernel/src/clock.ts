/** The one source of time. Instants are UTC; dates of law are made from them in Asia/Ho_Chi_Minh. */
export abstract class Clock {
  abstract now(): Date;
}

export class SystemClock extends Clock {
  override now(): Date {
    return new Date();
  }
}
