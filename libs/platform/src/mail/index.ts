import { createHash } from 'node:crypto';
import type { Transporter } from 'nodemailer';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same for every attempt of one mail; it becomes the Message-ID. */
  readonly messageKey: string;
}

export interface Mailer {
  /** The base address of links in mails; undefined: links stay relative. */
  readonly publicUrl: string | undefined;
  /** Returns the id that the server assigned. */
  send(mail: Mail): Promise<string>;
}

export const MAILER = Symbol('MAILER');

/** The server refused the mail or was never reached: nobody received it. */
export function isRefusedMail(error: unknown): boolean {
  const { responseCode, code, command } = error as { responseCode?: number; code?: string; command?: string };
  if (typeof responseCode === 'number' && responseCode >= 400) return true;
  if (code === 'ECONNREFUSED' || code === 'EDNS' || code === 'EAUTH' || code === 'EENVELOPE' || code === 'EMAILER_OFF')
    return true;
  return command === 'CONN';
}

/** Without a mail server every mail is refused; no mail is planned either. */
class NoMail implements Mailer {
  readonly publicUrl = undefined;
  send(): Promise<string> {
    return Promise.reject(Object.assign(new Error('SMTP_URL is not set'), { code: 'EMAILER_OFF' }));
  }
}

class SmtpMailer implements Mailer {
  private transport: Promise<Transporter> | undefined;
  private readonly host: string;

  constructor(
    private readonly url: string,
    readonly publicUrl: string | undefined,
  ) {
    this.host = new URL(publicUrl ?? 'https://crm.invalid').hostname;
  }

  async send({ to, subject, text, messageKey }: Mail): Promise<string> {
    const messageId = `<${createHash('sha256').update(messageKey).digest('hex').slice(0, 40)}@${this.host}>`;
    const transport = await (this.transport ??= this.open());
    const sent = (await transport.sendMail({
      from: `招商 CRM <no-reply@${this.host}>`,
      to,
      subject,
      text,
      messageId,
    })) as { messageId: string };
    return sent.messageId;
  }

  /** Nodemailer is loaded with the first mail, so that a process that sends none does not load it. */
  private async open(): Promise<Transporter> {
    const { createTransport } = await import('nodemailer');
    return createTransport(this.url, {
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
    } as never);
  }
}

export const openMailer = (smtpUrl: string | undefined, publicUrl: string | undefined): Mailer =>
  smtpUrl ? new SmtpMailer(smtpUrl, publicUrl) : new NoMail();
