import { createHash } from 'node:crypto';
import { createTransport, type Transporter } from 'nodemailer';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same for every sending of one mail; it becomes the Message-ID. */
  readonly messageKey: string;
}

export interface Mailer {
  /** Where links in a mail lead; absent: they are written as they are. */
  readonly publicUrl: string | undefined;
  /** The id the server gave it. */
  send(mail: Mail): Promise<string>;
}

export const MAILER = Symbol('MAILER');

/** The server said no, or was never reached: nobody got the mail. */
export function isRefusedMail(error: unknown): boolean {
  const { responseCode, code, command } = error as { responseCode?: number; code?: string; command?: string };
  if (typeof responseCode === 'number' && responseCode >= 400) return true;
  if (code === 'ECONNREFUSED' || code === 'EDNS' || code === 'EAUTH' || code === 'EENVELOPE' || code === 'EMAILER_OFF')
    return true;
  return command === 'CONN';
}

/** No mail server was named: everything is refused, nothing is planned for mail either. */
class NoMail implements Mailer {
  readonly publicUrl = undefined;
  send(): Promise<string> {
    return Promise.reject(Object.assign(new Error('SMTP_URL is not set'), { code: 'EMAILER_OFF' }));
  }
}

class SmtpMailer implements Mailer {
  private readonly transport: Transporter;
  private readonly host: string;

  constructor(
    url: string,
    readonly publicUrl: string | undefined,
  ) {
    this.transport = createTransport(url, {
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
    } as never);
    this.host = new URL(publicUrl ?? 'https://crm.invalid').hostname;
  }

  async send({ to, subject, text, messageKey }: Mail): Promise<string> {
    const messageId = `<${createHash('sha256').update(messageKey).digest('hex').slice(0, 40)}@${this.host}>`;
    const sent = (await this.transport.sendMail({
      from: `招商 CRM <no-reply@${this.host}>`,
      to,
      subject,
      text,
      messageId,
    })) as { messageId: string };
    return sent.messageId;
  }
}

export const openMailer = (smtpUrl: string | undefined, publicUrl: string | undefined): Mailer =>
  smtpUrl ? new SmtpMailer(smtpUrl, publicUrl) : new NoMail();
