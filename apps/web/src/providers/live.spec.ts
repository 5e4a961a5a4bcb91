import { backOff, readEvents } from './live.js';

describe('the stream of events', () => {
  it('reads whole events and keeps the unfinished rest', () => {
    const { events, rest } = readEvents(
      'event: reminders\ndata: {"open":12}\n\n: ping\n\nevent: imports\ndata: {"id":"a",\ndata: "progress":40}\n\nevent: rem',
    );
    expect(events).toEqual([
      { topic: 'reminders', payload: { open: 12 } },
      { topic: 'imports', payload: { id: 'a', progress: 40 } },
    ]);
    expect(rest).toBe('event: rem');
  });
  it('finds the topic in the payload too', () =>
    expect(readEvents('data: {"topic":"imports","id":"a"}\n\n').events).toEqual([
      { topic: 'imports', payload: { topic: 'imports', id: 'a' } },
    ]));
  it('passes over what is not JSON', () => expect(readEvents('data: oops\n\n').events).toEqual([]));
  it('reads carriage returns', () =>
    expect(readEvents('event: x\r\ndata: 1\r\n\r\n').events).toEqual([{ topic: 'x', payload: 1 }]));
  it('waits longer each time, up to half a minute', () =>
    expect([0, 1, 3, 9].map((failures) => backOff(failures, 0.5))).toEqual([1000, 2000, 8000, 30_000]));
});
