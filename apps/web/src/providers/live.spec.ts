import { backOff, eventReader } from './live.js';

const read = (...pieces: string[]) => {
  const events: { topic: string; payload: unknown }[] = [];
  const reader = eventReader((topic, payload) => events.push({ topic, payload }));
  pieces.forEach((piece) => reader.feed(piece));
  return events;
};

describe('the stream of events', () => {
  it('reads whole events and keeps the unfinished rest', () => {
    const whole =
      'event: reminders\ndata: {"open":12}\n\n: ping\n\nevent: imports\ndata: {"id":"a",\ndata: "progress":40}\n\nevent: rem';
    const events = [
      { topic: 'reminders', payload: { open: 12 } },
      { topic: 'imports', payload: { id: 'a', progress: 40 } },
    ];
    expect(read(whole)).toEqual(events);
    expect(read(whole, 'inders\ndata: {"open":13}\n\n')).toEqual([
      ...events,
      { topic: 'reminders', payload: { open: 13 } },
    ]);
  });
  it('finds the topic in the payload too', () =>
    expect(read('data: {"topic":"imports","id":"a"}\n\n')).toEqual([
      { topic: 'imports', payload: { topic: 'imports', id: 'a' } },
    ]));
  it('passes over what is not JSON', () => expect(read('data: oops\n\n')).toEqual([]));
  it('reads carriage returns', () => expect(read('event: x\r\ndata: 1\r\n\r\n')).toEqual([{ topic: 'x', payload: 1 }]));
  it('waits longer each time, up to half a minute', () =>
    expect([0, 1, 3, 9].map((failures) => backOff(failures, 0.5))).toEqual([1000, 2000, 8000, 30_000]));
});
