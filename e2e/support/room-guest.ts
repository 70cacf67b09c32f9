import { randomUUID } from "node:crypto";
import { PostgrestClient } from "@supabase/postgrest-js";
import { secrets } from "../../dev/stack/secrets";
import { DomainError, unwrap } from "../../src/lib/errors/domain-error";
import type { Database } from "../../src/lib/supabase/database.types";
import { asDocument } from "../../src/lib/supabase/typed-results";
import type { Polled } from "../../src/room/room-api";
import type { Office } from "./office";

/** Someone in a room, or waiting for it, without a browser: there until they leave. */
export class RoomGuest {
  readonly #api: PostgrestClient<Database>;
  readonly #here: { p_slot_id: string; p_session: string };
  #beat: NodeJS.Timeout | undefined;

  private constructor(api: PostgrestClient<Database>, slotId: string) {
    this.#api = api;
    this.#here = { p_slot_id: slotId, p_session: randomUUID() };
  }

  static async open(office: Office, person: { id: string }, slotId: string): Promise<RoomGuest> {
    const link = await office.reveal(person.id);
    const { accessToken } = await (await office.call("open-interview-link", { link })).json();
    const headers = {
      apikey: secrets.publishableKey,
      Authorization: `Bearer ${accessToken}`,
    };
    return new RoomGuest(
      new PostgrestClient<Database>(`${process.env.APP_URL}/rest/v1`, { headers }),
      slotId,
    );
  }

  async enter(): Promise<void> {
    await this.#api.rpc("join_video_room", this.#here).throwOnError();
    this.#beat = setInterval(
      () => this.poll().catch((error) => error instanceof DomainError || this.rest()),
      3000,
    );
  }

  async poll(state?: { connection: string }): Promise<Polled> {
    const answer = await this.#api.rpc("poll_video_room", {
      ...this.#here,
      ...(state && { p_state: state }),
    });
    return asDocument<Polled>(unwrap(answer));
  }

  async leave(): Promise<void> {
    this.rest();
    await this.#api.rpc("leave_video_room", this.#here).throwOnError();
  }

  /** Falls silent. */
  rest(): void {
    clearInterval(this.#beat);
  }
}
