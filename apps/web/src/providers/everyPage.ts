/** What a page of a report says of the others. */
interface Paged {
  readonly total: number;
}

/** Asks for one page after another until all rows are there; for a grid that is edited, or entered, as a whole. */
export async function everyPage<Answer extends Paged>(
  page: (page: number) => Promise<Answer>,
  perPage: number,
): Promise<Answer[]> {
  const answers = [await page(1)];
  while (answers.length * perPage < answers[0]!.total) answers.push(await page(answers.length + 1));
  return answers;
}
