import { isCompletePhone, isReason } from './phone-questions.js';

describe('a phone number that is asked about', () => {
  it.each([
    ['13800138000', true],
    ['0898-66668888', true],
    ['4001234567', true],
    ['+85223456789', true],
    ['1380013800', false],
    ['138001380', false],
    ['66668888', false],
    ['+861380', false],
    ['', false],
  ])('%s is complete: %s', (phone, complete) => expect(isCompletePhone(phone)).toBe(complete));
});

describe('a reason', () => {
  it.each([
    ['约谈履约', true],
    ['call back on the claim', true],
    ['回访', false],
    ['aaaaaaaa', false],
    ['1111222', false],
    ['。。。。。。', false],
    ['看看看看看', false],
  ])('%s says something: %s', (text, says) => expect(isReason(text)).toBe(says));
});
