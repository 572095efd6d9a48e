export { type Mail, MailPort, MailRefused, MailUncertain } from './mail-port';
export { MailModule } from './mail.module';
export { SmtpMail } from './smtp-mail';
