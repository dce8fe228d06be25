import { createTransport } from 'nodemailer';

export interface Mail {
  /** Kept over tries: a receiver that gets it twice knows it by its Message-ID. */
  id: string;
  to: string;
  subject: string;
  text: string;
}

/** What leaves the platform by e-mail; absent where no SMTP server is configured. */
export interface Mailer {
  /** Rejects unless the SMTP server has taken it over. */
  send(mail: Mail): Promise<void>;
}

const timeoutMs = 20_000;

export function createMailer({ url, from }: { url: string; from: string }): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  });
  const domain = from.slice(from.lastIndexOf('@') + 1).replace(/>$/, '');
  return {
    async send({ id, to, subject, text }) {
      const messageId = `<${id}@${domain}>`;
      await transport.sendMail({ from, to, subject, text, textEncoding: 'base64', messageId });
    },
  };
}
