/** What a mail provider reports of one email. */
export interface EmailReport {
  /** Ours, where the provider gives back what we sent along. */
  emailId: string | null;
  providerId: string;
  type: "delivered" | "delayed" | "bounced" | "complained";
  at: Date;
  /** In the provider's words. */
  detail: string | null;
  /** The same for the same report, however often it comes. */
  eventId: string | null;
  /** Whether the address will refuse the next email too: not where the provider failed, or a mailbox was full. */
  isAddressAtFault: boolean;
}
