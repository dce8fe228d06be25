import type { AnyJobKind, JobKind } from '../../platform/jobs/job.ts';
import { renderMail, type MailContent } from './notification.mail.ts';

interface MailData {
  mailId: string;
}

/** Sends one mail; its row and its job were written together, so that it is sent neither twice nor never. */
const sendMail: JobKind<MailData> = {
  name: 'notification.sendMail',
  async run(tx, { mailId }) {
    const { mailer } = tx;
    if (!mailer) throw new Error('No SMTP server is configured any more');
    const [content] = await tx.query<MailContent & { accountId: string }>(
      `select kind, account_id as "accountId", office, on_date::text as "onDate", lines
        from notification_mail_content($1)`,
      [mailId],
    );
    // Its office is no longer active, or its body has lost sight of everything that it told.
    if (!content || content.lines.length === 0) return undefined;
    const [{ to }] = (await tx.query<{ to: string | null }>('select auth.mail_address($1) as to', [
      content.accountId,
    ])) as [{ to: string | null }];
    if (to === null) return undefined;
    return () => mailer.send({ id: mailId, to, ...renderMail(content) });
  },
};

/** What waits to be mailed: at once as soon as quiet hours allow, the rest in the digest of the day. */
const planMail: JobKind = {
  name: 'notification.planMail',
  every: '* * * * *',
  async run(tx) {
    if (!tx.mailer) return;
    const mails = await tx.query<{ mailId: string }>('select m as "mailId" from plan_notification_mail($1) m', [
      tx.now,
    ]);
    for (const mail of mails) await tx.enqueue(sendMail, mail);
  },
};

export const notificationJobs: readonly AnyJobKind[] = [sendMail, planMail];
