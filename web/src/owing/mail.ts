/** What the server tells about mail: whether it sends any, my own address, and to those who lead how many left one. */
import { get, post } from "../api";
import { room } from "../room.svelte";

export interface MailFacts {
  /** I can leave an address. */
  offered: boolean;
  /** Mine; nobody else gets it. */
  address: string;
  /** ms UTC */
  until: number | null;
  sends?: boolean;
  owe?: number;
  left?: number;
}

const path = (): string => `/api/w/${encodeURIComponent(room.id)}/mail`;

export const readMail = (): Promise<MailFacts> => get<MailFacts>(path());

/** "" takes it away. */
export const leaveAddress = (address: string): Promise<MailFacts> => post<MailFacts>(path(), { address });
