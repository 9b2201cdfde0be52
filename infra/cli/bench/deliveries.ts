import { mkdtemp, rm } from "node:fs/promises";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CalendarDate } from "../../../shared/contracts/calendar-date.ts";
import { addDays, dayOfWeek } from "../../../shared/rules/dates/calendar-arithmetic.ts";
import { isWorkingDay } from "../../../shared/rules/dates/working-days.ts";
import { dueCards } from "../../../shared/rules/deliveries/due-cards.ts";
import { practiceOf } from "../../../shared/rules/meetings/body-practice.ts";
import { noBusiness } from "../../../shared/rules/meetings/council-business.ts";
import type { Meeting } from "../../../shared/rules/meetings/meeting.ts";
import { composeServices } from "../../../shared/services/compose.ts";
import type { Sending } from "../../../shared/services/sending.ts";
import { openSqliteStateStore } from "../../../shared/store/sqlite/sqlite-state-store.ts";
import { type Figure, figure, median } from "./figures.ts";
import { openLoopbackConnector } from "./loopback-connector.ts";
import type { LocalService } from "./start-local-service.ts";

const messages = 2_000;
const chats = 100;
const meetings = 2_000;
/** What Teams takes from one app in one tenant, in messages a second. */
const tenantLimit = 50;

/** Measures how fast the outbox can send when no limit holds it back, and how long one look at the clock takes. */
export async function measureDeliveries({ settings, services }: LocalService): Promise<Figure[]> {
  return [await measureSending(settings), measureTick(services.clock.today())];
}

async function measureSending(settings: LocalService["settings"]): Promise<Figure> {
  const folder = await mkdtemp(join(tmpdir(), "clear-days-bench-"));
  const stateFile = join(folder, "state.sqlite");
  const connector = await openLoopbackConnector();
  const store = openSqliteStateStore(stateFile);
  const sender = await composeServices({ ...settings, stateFile, sending: { pace: 10_000, instances: 1 } });
  try {
    for (let chat = 0; chat < chats; chat++)
      await store.places.remember({ id: `chat-${chat}`, kind: "personal", reference: "{}" });
    await store.outbox.add(
      Array.from({ length: messages }, (_, index) => ({
        key: `bench-${index}`,
        to: `place:chat-${index % chats}` as const,
        act: "post" as const,
        card: "{}",
        text: `Message ${index}`,
      })),
      sender.clock.now(),
    );
    const sending = sendingTo(connector.serviceUrl);
    const started = performance.now();
    while (connector.taken() < messages) await sender.delivering.sendWaiting(sending);
    const seconds = (performance.now() - started) / 1000;
    return figure({
      key: "deliveries.rate",
      what: `Deliveries a second, ${messages} to ${chats} chats, limits raised (SQLite, each written down); peer: the tenant’s limit`,
      unit: "a second",
      measured: messages / seconds,
      peer: { name: "Teams’ limit for a tenant", measured: tenantLimit },
      target: { of: "ratio", atLeast: 1 },
    });
  } finally {
    sender.close();
    store.close();
    await connector.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function sendingTo(serviceUrl: string): Sending {
  const agent = new Agent({ keepAlive: true, maxSockets: 32 });
  const post: Sending["post"] = ({ id }, { text }) =>
    new Promise((resolve, reject) => {
      const outgoing = request(
        `${serviceUrl}/v3/conversations/${id}/activities`,
        { method: "POST", agent, headers: { "content-type": "application/json" } },
        (response) => {
          response.resume();
          response.once("end", () => resolve("activity"));
        },
      );
      outgoing.once("error", reject);
      outgoing.end(JSON.stringify({ type: "message", text }));
    });
  return {
    post,
    update: async (place, _, message) => void (await post(place, message)),
    reply: (place, _, message) => post(place, message),
    recall: async () => {},
  };
}

function measureTick(today: CalendarDate): Figure {
  const life = {
    meetings: generatedMeetings(today),
    bodies: [],
    plans: [],
    business: noBusiness,
    practiceOf: (key: string) => practiceOf({ key, callInApplies: true }),
  };
  const times: number[] = [];
  for (let round = 0; round < 25; round++) {
    const started = performance.now();
    dueCards(life, today);
    if (round >= 5) times.push(performance.now() - started);
  }
  return figure({
    key: "clock.tick",
    what: `One look of the clock over ${meetings} meetings to come`,
    unit: "ms",
    measured: median(times),
  });
}

/** Meetings on working days of the year to come, several a day. */
function generatedMeetings(today: CalendarDate): Meeting[] {
  const days = Array.from({ length: 365 }, (_, index) => addDays(today, index + 1)).filter(
    (day) => day.slice(0, 4) <= "2028" && dayOfWeek(day) <= 5 && isWorkingDay(day),
  );
  return Array.from({ length: meetings }, (_, index) => {
    const date = days[index % days.length] ?? today;
    const bodyKey = `B${Math.floor(index / days.length)}`;
    return { key: `${bodyKey}-${date}`, bodyKey, date, municipalYear: "2026/27", state: "Scheduled" };
  });
}
