import { database } from '#app/platform/db/client.server.ts';
import { hashPassword } from '#app/platform/passwords.server.ts';
import { fold } from '#app/domain/kernel/text.ts';

let count = 0;

/** A newcomer of Xã Trường Hà with a name that nobody else in this run has. */
export async function newcomerWithout(password: string): Promise<{ fullName: string; signInName: string; id: string }> {
  count += 1;
  const word = ['Quỳnh', 'Thảo', 'Ngân', 'Trâm', 'Uyên'][process.pid % 5];
  const fullName = `Vi Thị ${word} ${'abcdefghij'[count]}${'klmnopqrst'[Date.now() % 10]}`;
  const signInName = `quen-${process.pid}-${count}-${Date.now() % 100_000}`;
  const { id } = await (
    await database()
  ).account.create({
    data: {
      signInName,
      fullName,
      foldedName: fold(fullName),
      birthYear: 1984,
      unitId: 'xa-truong-ha',
      passwordHash: await hashPassword(password),
      createdAt: new Date(),
    },
    select: { id: true },
  });
  return { fullName, signInName, id };
}
