/** One mail to one person. */
export interface Mail {
  /** Id of the dispatch; a second try with the same one is the same mail to every mail program. */
  messageId: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  /** Where to stop mails of this kind; none for duties. */
  unsubscribe?: string | null;
}

/** Hands mails to a server. A mail cannot be sent exactly once: the port tells what it knows. */
export abstract class MailPort {
  /**
   * Resolves when the server took the mail over.
   * @throws MailRefused when it was certainly not delivered
   * @throws MailUncertain when the connection broke after the text had begun to leave
   */
  abstract send(mail: Mail): Promise<void>;
}

/** Certainly not delivered. `permanent`: the server said that another try is of no use. */
export class MailRefused extends Error {
  constructor(
    reason: string,
    readonly permanent: boolean,
  ) {
    super(reason);
    this.name = 'MailRefused';
  }
}

/** Perhaps delivered: the text had left, the answer did not come. */
export class MailUncertain extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'MailUncertain';
  }
}
